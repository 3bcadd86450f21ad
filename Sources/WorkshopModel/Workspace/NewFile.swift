import Foundation
import Glibc

/// A file that is made only where none is, whatever else happens at the same time.
struct NewFile {
  let path: String
  let isExecutable: Bool

  /// Writes the whole file, or none of it.
  /// - Returns: False when something of that name was there, a link that leads nowhere included.
  func write(_ data: Data) throws(WorkspaceFailure) -> Bool {
    let descriptor = open(
      path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isExecutable ? 0o777 : 0o666)
    guard descriptor >= 0 else {
      if errno == EEXIST { return false }
      throw failure(errno)
    }
    defer { close(descriptor) }
    var written = 0
    while written < data.count {
      let count = data.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        let code = errno
        unlink(path)
        throw failure(code)
      }
      written += count
    }
    return true
  }

  private func failure(_ code: Int32) -> WorkspaceFailure {
    let remedy =
      code == ENOSPC || code == EDQUOT
      ? "Make room on the disk, or name another folder with --workspace DIR."
      : "Make its folder writable, or name another folder with --workspace DIR."
    return WorkspaceFailure(
      path: path, what: "The file cannot be made: \(String(cString: strerror(code))).",
      remedy: remedy)
  }
}
