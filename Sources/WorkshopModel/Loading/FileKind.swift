import Glibc

/// What stands at a path, by one call to the kernel: Foundation looks its owner's name up, too.
enum FileKind {
  case regular(bytes: Int)
  case directory
  /// A link, which is not followed, or a device.
  case other

  /// Nil where there is nothing, or nothing that this user may see.
  init?(of path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .regular(bytes: Int(status.st_size))
    case S_IFDIR: self = .directory
    default: self = .other
    }
  }

  var isDirectory: Bool { if case .directory = self { true } else { false } }
  var isRegular: Bool { if case .regular = self { true } else { false } }
}
