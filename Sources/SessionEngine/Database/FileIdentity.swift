import Foundation

/// Which file stands at a path, whatever is written into it.
struct FileIdentity: Sendable, Hashable {
  private let device: UInt64
  private let node: UInt64

  /// Nil when there is none.
  init?(_ path: String) {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    device = UInt64(found.st_dev)
    node = UInt64(found.st_ino)
  }
}
