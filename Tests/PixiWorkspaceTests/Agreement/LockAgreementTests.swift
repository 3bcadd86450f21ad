import Foundation
import PixiWorkspace
import TestSupport
import Testing

/// Every pixi.lock of the tree, read by rattler, the library that pixi reads it with.
@Suite struct LockAgreementTests {
  private struct Answer: Decodable {
    let environments: [String: [String: [[String?]]]]?
    let error: String?
  }

  private struct Package: Hashable, Comparable {
    let kind: String
    let name: String
    /// Nil where rattler leaves it to the package itself.
    var version: String?
    let build: String?

    static func < (left: Package, right: Package) -> Bool {
      (left.kind, left.name, left.build ?? "") < (right.kind, right.name, right.build ?? "")
    }
  }

  @Test(
    .enabled(
      "PyPI does not answer: py-rattler cannot be installed.", IndependentReading.canHavePackages))
  func everyLockIsReadAsPixisLibraryReadsIt() async throws {
    let files = IndependentReading.files { $0.lastPathComponent == "pixi.lock" }
    let python = try await IndependentReading.pythonWithPackages()
    let data = try await IndependentReading.run(python, "locks.py", files)
    let answers = try JSONDecoder().decode([String: Answer].self, from: data)
    var formats: Set<Int> = []
    for file in files {
      let lock = try #require(PixiLock(file: file))
      formats.insert(try #require(lock.formatVersion))
      let answer = try #require(answers[file])
      let environments = try #require(
        answer.environments, "\(file): \(answer.error ?? "")")
      #expect(Set(lock.environments.map(\.name)) == Set(environments.keys), "\(file)")
      for environment in lock.environments {
        let platforms = environments[environment.name] ?? [:]
        #expect(
          Set(environment.selections.map(\.platform.name)) == Set(platforms.keys),
          "\(file), \(environment.name)")
        for selection in environment.selections {
          compare(
            selection, platforms[selection.platform.name] ?? [],
            "\(file), \(environment.name), \(selection.platform.name)")
        }
      }
    }
    #expect(formats == [4, 5, 6, 7])
  }

  private func compare(
    _ selection: PixiLock.Selection, _ entries: [[String?]], _ place: String
  ) {
    let theirs = entries.map {
      Package(kind: $0[0] ?? "", name: $0[1] ?? "", version: $0[2], build: $0[3])
    }.sorted()
    var ours = selection.packages.map {
      Package(kind: $0.kind.rawValue, name: $0.name, version: $0.version, build: $0.build)
    }.sorted()
    guard ours.count == theirs.count else {
      Issue.record("\(place): \(ours.count) packages here, \(theirs.count) in rattler")
      return
    }
    for index in ours.indices where theirs[index].version == nil { ours[index].version = nil }
    #expect(ours == theirs, "\(place)")
  }
}
