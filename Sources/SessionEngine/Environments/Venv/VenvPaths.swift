import Foundation

/// Where one virtual environment and its files are.
struct VenvPaths: Sendable, Hashable {
  let name: String
  let prefix: String

  /// - Parameter folder: An exercise's folder; all exercises beside it share the environment.
  init(environment name: String, exerciseFolder folder: String) {
    self.name = name
    let root = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
      .deletingLastPathComponent()
    prefix = root.appending(path: ".atelier/venvs/\(name)", directoryHint: .notDirectory).path
  }

  var programs: String { prefix + "/bin" }
  var python: String { prefix + "/bin/python" }
  /// Written when the environment is whole, removed with it.
  var marker: String { prefix + "/.atelier-environment.json" }
  /// The exact versions that were installed.
  var lock: String { prefix + "/requirements.lock.txt" }
}
