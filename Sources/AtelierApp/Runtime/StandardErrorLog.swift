import Foundation
import Glibc

/// Sends standard error to a file while the screen is claimed: a library's stray words would
/// otherwise be drawn over the panes, and those of a crash be lost with them.
final class StandardErrorLog {
  let path: String
  private let original: Int32

  /// Nil when there is no place for the file; standard error is then as it was.
  init?(path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    defer { close(file) }
    original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard original >= 0, dup2(file, STDERR_FILENO) >= 0 else { return nil }
    self.path = path
  }

  /// Gives standard error back and tells what was written meanwhile; call once.
  func end() -> String {
    dup2(original, STDERR_FILENO)
    close(original)
    let written = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return written.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
