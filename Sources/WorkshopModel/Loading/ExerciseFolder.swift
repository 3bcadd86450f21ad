import Foundation

/// A folder of an exercise with files for participants, `starter` or a solution: plain files below it,
/// and nothing that leads out of it.
struct ExerciseFolder {
  let name: String
  let path: String

  /// Tools leave these behind where an author tries an exercise in place.
  static let ignoredNames: Set<String> = [
    ".DS_Store", ".git", ".ipynb_checkpoints", ".pixi", ".venv", "__pycache__",
  ]

  init(_ name: String, of exercise: URL) {
    self.name = name
    path = exercise.appending(path: name, directoryHint: .notDirectory).path(percentEncoded: false)
  }

  /// Whether anything of that name is there, be it a folder or not.
  var exists: Bool { FileKind(of: path) != nil }

  /// The paths below the folder, sorted.
  /// - Throws: When the folder is missing or empty, or holds a link or anything besides files and folders.
  func paths() throws(WorkshopError) -> [String] {
    let isStarter = name == "starter"
    guard FileKind(of: path)?.isDirectory == true else {
      throw isStarter
        ? WorkshopError(
          file: path, what: "The exercise has no folder of starter files.",
          remedy: "Make the folder `starter`, with at least the main file in it.")
        : WorkshopError(
          file: path, what: "`\(name)` is not a folder.",
          remedy: "Make it a folder with the files of the solution.")
    }
    var found: [String] = []
    try collect(below: path, prefix: "", into: &found)
    guard !found.isEmpty else {
      throw WorkshopError(
        file: path,
        what: isStarter
          ? "The folder of starter files is empty." : "The folder `\(name)` is empty.",
        remedy: isStarter
          ? "Put at least the main file into it."
          : "Put the files into it that differ from the starter's, or take it away.")
    }
    return found.sorted()
  }

  private func collect(
    below root: String, prefix: String, into found: inout [String]
  ) throws(WorkshopError) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: root)
    } catch {
      throw WorkshopError(
        file: root, what: "The folder cannot be read.",
        remedy: "See its permissions with: ls -ld \(root)")
    }
    for name in names where !Self.ignoredNames.contains(name) {
      let path = root + "/" + name
      switch FileKind(of: path) {
      case .directory: try collect(below: path, prefix: prefix + name + "/", into: &found)
      case .regular: found.append(prefix + name)
      default:
        throw WorkshopError(
          file: path,
          what: self.name == "starter"
            ? "A starter file must be a plain file, and this is a link or a device."
            : "A solution's file must be a plain file, and this is a link or a device.",
          remedy: "Put a copy of the file in its place.")
      }
    }
  }
}
