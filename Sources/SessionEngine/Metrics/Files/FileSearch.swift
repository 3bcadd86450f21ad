import Foundation

/// Finds the files below a folder that patterns name; links are not followed.
struct FileSearch: Sendable {
  /// So many entries are looked at, and folders so deep are gone into.
  static let mostEntries = 20_000
  static let deepest = 16

  let folder: String
  let patterns: [PathPattern]

  /// Blocks while it reads folders.
  func find() -> (files: [FoundFile], isComplete: Bool) {
    var files: [FoundFile] = []
    var left = Self.mostEntries
    search([], &files, &left)
    return (files.sorted { $0.path < $1.path }, left > 0)
  }

  private func search(_ place: [String], _ files: inout [FoundFile], _ left: inout Int) {
    let path = ([folder] + place).joined(separator: "/")
    guard place.count < Self.deepest, let directory = opendir(path) else { return }
    defer { closedir(directory) }
    while left > 0, let entry = readdir(directory) {
      left -= 1
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      var status = stat()
      guard lstat(path + "/" + name, &status) == 0 else { continue }
      let names = place + [name]
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        let isWanted = patterns.contains {
          $0.mayMatch(below: names) && (!name.hasPrefix(".") || $0.namesHidden)
        }
        if isWanted { search(names, &files, &left) }
      case S_IFREG where patterns.contains { $0.matches(names) }:
        files.append(
          FoundFile(
            path: names.joined(separator: "/"), device: UInt64(status.st_dev),
            inode: UInt64(status.st_ino), size: Int(status.st_size),
            modified: Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9))
      default: break
      }
    }
  }
}
