import Foundation
import TestSupport

/// What `swift package dump-package` says of the targets.
struct PackageDescription: Decodable {
  struct Target: Decodable {
    let name: String
    let type: String
    let path: String?
    let dependencies: [Dependency]
  }

  /// `{"byName": [name, condition]}`, `{"target": …}` or `{"product": [name, package, …]}`.
  struct Dependency: Decodable {
    let name: String

    init(from decoder: any Decoder) throws {
      let parts = try decoder.singleValueContainer().decode([String: [Part]].self)
      name = parts.values.first?.first?.text ?? ""
    }
  }

  private struct Part: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
      text = try? decoder.singleValueContainer().decode(String.self)
    }
  }

  let targets: [Target]

  /// Asks SwiftPM in a scratch folder of its own: the test run holds the lock of the usual one.
  static func ofRepository() throws -> PackageDescription {
    let scratch = try TemporaryDirectory("house")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "swift", "package", "--package-path", Repository.root.path, "--scratch-path", scratch.path,
      "dump-package",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try JSONDecoder().decode(PackageDescription.self, from: data)
  }
}
