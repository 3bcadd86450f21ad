import Foundation
import PixiWorkspace
import TestSupport
import Testing

/// Every manifest of the tree, read by Python's own TOML parser and merged by another program.
@Suite struct ManifestAgreementTests {
  private struct Answer: Decodable {
    let environments: [String: Environment]?
    let error: String?
  }

  private struct Environment: Codable, Equatable {
    let features: [String]
    let solveGroup: String?
    let platforms: [String]
    let cuda: String?
    let channels: [String]
    let tasks: [String]
    let dependencies: [String: [String]]

    enum CodingKeys: String, CodingKey {
      case features, platforms, cuda, channels, tasks, dependencies
      case solveGroup = "solve_group"
    }

    init(_ merged: MergedEnvironment) {
      features = merged.features
      solveGroup = merged.solveGroup
      platforms = merged.platforms.map(\.name)
      cuda = merged.cuda
      channels = merged.channels.map(\.name)
      tasks = merged.tasks.map(\.name).sorted()
      dependencies = Dictionary(
        uniqueKeysWithValues: merged.platforms.map { platform in
          let names = merged.dependencies(on: platform).map { "\($0.kind.rawValue):\($0.name)" }
          return (platform.name, Set(names).sorted())
        })
    }
  }

  @Test func everyManifestIsReadAsAnotherProgramReadsIt() async throws {
    let files = IndependentReading.files { file in
      guard file.pathExtension == "toml",
        !["workshop.toml", "exercise.toml"].contains(file.lastPathComponent)
      else { return false }
      if ["pixi.toml", "pyproject.toml"].contains(file.lastPathComponent) { return true }
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return text.contains("[workspace]") || text.contains("[project]")
    }
    #expect(files.count >= 20)
    let data = try await IndependentReading.run(PixiDouble.python(), "manifests.py", files)
    let answers = try JSONDecoder().decode([String: Answer].self, from: data)
    for file in files {
      let answer = try #require(answers[file])
      do {
        let manifest = try PixiManifest(file: file)
        let merged = manifest.environments.compactMap { manifest.merged($0.name) }
        #expect(
          answer.environments
            == Dictionary(uniqueKeysWithValues: merged.map { ($0.name, Environment($0)) }),
          "\(file): \(answer.error ?? "")")
      } catch let error as PixiManifestError {
        #expect(answer.error != nil, "\(error)")
        #expect(error.file == file)
      }
    }
  }
}
