import Foundation

extension Exercise {
  /// Every file of the complete solution, sorted by path: the starter's, those of `solution` over
  /// them, and for the spelling `platforms` those of `solution-platforms` over these.
  ///
  /// Empty where the exercise has no solution.
  public func solutionFiles(for spelling: ManifestSpelling) -> [SolutionFile] {
    guard !solutionFiles.isEmpty else { return [] }
    var folders = [("starter", starterFiles), ("solution", solutionFiles)]
    if spelling == .platforms { folders.append(("solution-platforms", platformsSolutionFiles)) }
    var files: [String: URL] = [:]
    for (name, paths) in folders {
      for path in paths { files[path] = folder.appending(path: name).appending(path: path) }
    }
    return files.sorted { $0.key < $1.key }.map { SolutionFile(path: $0.key, url: $0.value) }
  }

  /// Where the starter's file of that path stands; nil where it has none.
  public func starterFile(_ path: String) -> URL? {
    starterFiles.contains(path) ? folder.appending(path: "starter").appending(path: path) : nil
  }

  /// The hints for a spelling of the CUDA requirement, in rising strength.
  public func hints(for spelling: ManifestSpelling) -> [Hint] {
    hints.filter { $0.spelling == nil || $0.spelling == spelling }
  }
}
