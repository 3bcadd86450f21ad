import Foundation

/// The files in an environment's folder that neither venv, uv, pip nor Atelier has put there.
struct VenvOwnFiles: Sendable {
  private static let known: Set<String> = [
    "bin", "include", "lib", "lib64", "share", "etc", "man", "pyvenv.cfg", "__pycache__",
    ".gitignore", ".lock", "CACHEDIR.TAG", "requirements.lock.txt", "atelier.bashrc",
    "atelier.zsh", "atelier.shrc",
  ]

  /// Their names at the top of the folder, sorted.
  ///
  /// A folder that is no virtual environment at all is a person's own as a whole.
  func names(in paths: VenvPaths) -> [String] {
    let files = FileManager.default
    let names = (try? files.contentsOfDirectory(atPath: paths.prefix)) ?? []
    let isEnvironment = names.contains("pyvenv.cfg") || files.fileExists(atPath: paths.marker)
    return names.filter {
      !isEnvironment || !Self.known.contains($0) && !$0.hasPrefix(".atelier-")
    }.sorted()
  }

  /// A folder of that name or numbered, which is not there yet.
  func freePlace(for paths: VenvPaths) -> String {
    var place = paths.kept
    var number = 1
    while FileManager.default.fileExists(atPath: place) {
      number += 1
      place = "\(paths.kept)-\(number)"
    }
    return place
  }
}
