import Glibc
import WorkshopModel

/// The files below a folder: links are named and not followed, folders of tools are left out.
struct FolderListing {
  private static let deepestFolder = 64
  private(set) var paths: [String] = []

  /// - Parameter folder: An absolute path. One that cannot be read has no files.
  init(of folder: String) {
    collect(below: folder, prefix: "", depth: 0)
    paths.sort()
  }

  /// A folder below that cannot be read, or is too deep, is listed itself: it can be moved as it is.
  private mutating func collect(below folder: String, prefix: String, depth: Int) {
    guard depth < Self.deepestFolder, let names = Self.names(in: folder) else {
      if depth > 0 { paths.append(String(prefix.dropLast())) }
      return
    }
    for name in names {
      let path = folder + "/" + name
      guard let facts = FileFacts(path) else { continue }
      guard facts.kind == .folder else {
        paths.append(prefix + name)
        continue
      }
      if ExerciseWorkspace.ignoredFolders.contains(name) { continue }
      collect(below: path, prefix: prefix + name + "/", depth: depth + 1)
    }
  }

  /// Nil when the folder cannot be read. A name that is not UTF-8 cannot be spoken of and is left out.
  private static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      if let name, name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
