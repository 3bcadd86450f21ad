import Glibc

/// What stands at a path, itself and not what a link leads to.
struct FileFacts: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case file, folder, link, other
  }

  let kind: Kind
  let size: Int
  let mode: mode_t
  private let device: UInt64
  private let node: UInt64
  private let changedSeconds: Int
  private let changedNanoseconds: Int

  /// Nil when there is nothing.
  init?(_ path: String) {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return nil }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(facts.st_size)
    mode = facts.st_mode & 0o7777
    device = UInt64(facts.st_dev)
    node = UInt64(facts.st_ino)
    changedSeconds = facts.st_mtim.tv_sec
    changedNanoseconds = facts.st_mtim.tv_nsec
  }

  /// Whether a path leads to a folder, be it by a link.
  static func leadsToFolder(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }
}
