import Foundation
import PixiWorkspace
import Testing

/// The locks that the exercises' solutions ship.
@Suite struct SolutionLockTests {
  private static let exercises = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Exercises")

  /// The folders of solutions that have a lock, by the format that every pixi they are for reads.
  private static func locks() throws -> [(file: URL, format: Int)] {
    try FileManager.default.contentsOfDirectory(atPath: exercises.path).sorted().flatMap { name in
      [("solution", 6), ("solution-platforms", 7)].map {
        (exercises.appending(path: "\(name)/\($0.0)/pixi.lock"), $0.1)
      }
    }.filter { FileManager.default.fileExists(atPath: $0.0.path) }
  }

  @Test func everySolutionIsLockedInTheFormatOfItsSpelling() throws {
    let locks = try Self.locks()
    #expect(locks.count >= 4)
    for (file, format) in locks {
      #expect(PixiLock(file: file.path)?.formatVersion == format, "\(file.path)")
    }
  }

  @Test func everyEnvironmentOfTheManifestHasPackagesOnEveryPlatform() throws {
    for (file, _) in try Self.locks() {
      let folder = file.deletingLastPathComponent().path
      let manifest = try PixiManifest(file: PixiManifest.place(in: folder))
      let lock = try #require(PixiLock(file: file.path))
      #expect(Set(lock.environments.map(\.name)) == Set(manifest.environments.map(\.name)), "\(folder)")
      for environment in lock.environments {
        #expect(!environment.selections.isEmpty, "\(folder): \(environment.name)")
        for selection in environment.selections {
          #expect(selection.package("python") != nil, "\(folder): \(environment.name)")
        }
      }
    }
  }

  @Test func everyPackageIsARealOne() throws {
    for (file, _) in try Self.locks() {
      let lock = try #require(PixiLock(file: file.path))
      for package in Set(lock.environments.flatMap { lock.packages(of: $0.name) })
      where package.location != "./" {
        let server =
          package.kind == .conda
          ? "https://conda.anaconda.org/" : "https://files.pythonhosted.org/packages/"
        #expect(package.location.hasPrefix(server), "\(package.location)")
        // One record of NVIDIA's old channel came without it.
        #expect(package.sha256 != nil || package.name == "cuda-nvcc", "\(package.location)")
      }
    }
  }
}
