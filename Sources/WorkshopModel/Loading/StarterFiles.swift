import Foundation

/// The files an exercise begins with: plain files below its folder `starter`, and nothing that leads out of it.
struct StarterFiles {
  let folder: URL

  /// Tools leave these behind where an author tries an exercise in place.
  static let ignoredNames: Set<String> = [
    ".DS_Store", ".git", ".ipynb_checkpoints", ".pixi", ".venv", "__pycache__",
  ]

  init(_ folder: URL) {
    self.folder = folder
  }

  /// The paths below the folder, sorted.
  /// - Throws: When the folder is missing or empty, or holds a link or anything besides files and folders.
  func paths() throws(WorkshopError) -> [String] {
    let root = folder.path(percentEncoded: false)
    guard type(of: root) == .typeDirectory else {
      throw WorkshopError(
        file: root, what: "The exercise has no folder of starter files.",
        remedy: "Make the folder `starter`, with at least the main file in it.")
    }
    var found: [String] = []
    try collect(below: root, prefix: "", into: &found)
    guard !found.isEmpty else {
      throw WorkshopError(
        file: root, what: "The folder of starter files is empty.",
        remedy: "Put at least the main file into it.")
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
      switch type(of: path) {
      case .typeDirectory: try collect(below: path, prefix: prefix + name + "/", into: &found)
      case .typeRegular: found.append(prefix + name)
      default:
        throw WorkshopError(
          file: path, what: "A starter file must be a plain file, and this is a link or a device.",
          remedy: "Put a copy of the file in its place.")
      }
    }
  }

  private func type(of path: String) -> FileAttributeType? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
  }
}
