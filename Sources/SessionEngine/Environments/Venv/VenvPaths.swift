import Foundation

/// Where one virtual environment and its files are.
struct VenvPaths: Sendable, Hashable {
  let name: String
  let prefix: String
  /// The exact versions and hashes that were installed, kept when the environment is made anew.
  let lock: String
  /// Where a person's own files go when the environment is made anew.
  let kept: String

  /// - Parameter folder: An exercise's folder; all exercises beside it share the environment.
  init(environment name: String, exerciseFolder folder: String) {
    self.name = name
    let root = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
      .deletingLastPathComponent()
    prefix = root.appending(path: ".atelier/venvs/\(name)", directoryHint: .notDirectory).path
    lock =
      root.appending(
        path: ".atelier/locks/\(name)/requirements.lock.txt", directoryHint: .notDirectory
      ).path
    kept = root.appending(path: ".atelier/kept/\(name)", directoryHint: .notDirectory).path
  }

  var programs: String { prefix + "/bin" }
  var python: String { prefix + "/bin/python" }
  /// Written when the environment is whole, removed with it.
  var marker: String { prefix + "/.atelier-environment.json" }
  /// What pip tells of an install that solved.
  var report: String { prefix + "/.atelier-report.json" }
}
