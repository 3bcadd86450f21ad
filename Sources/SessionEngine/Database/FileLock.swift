import Foundation

/// An advisory lock on a whole file, `flock(2)`: the kernel lets go of it when its holder dies.
final class FileLock: Sendable {
  enum Refusal: Error {
    /// Somebody else has it.
    case taken
    /// The file system has no such locks; the system's words.
    case unsupported(String)
    /// The file cannot be opened; the system's words.
    case unreachable(String)
  }

  private let descriptor: Int32

  /// - Parameter patience: How often to try again while somebody else has it, every 20 milliseconds.
  init(path: String, patience: Int = 0) throws(Refusal) {
    // A child that inherited the descriptor would keep the lock alive.
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard opened >= 0 else { throw .unreachable(Self.words(errno)) }
    var attempts = patience
    while flock(opened, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      if code == EINTR { continue }
      if code == EWOULDBLOCK, attempts > 0 {
        attempts -= 1
        usleep(20_000)
        continue
      }
      close(opened)
      throw code == EWOULDBLOCK ? .taken : .unsupported(Self.words(code))
    }
    // Only now: once every property is set, a throw would run `deinit`, which closes it again.
    descriptor = opened
  }

  /// Replaces what stands in the file.
  func write(_ text: String) {
    let bytes = Array(text.utf8)
    ftruncate(descriptor, 0)
    _ = pwrite(descriptor, bytes, bytes.count, 0)
  }

  deinit {
    // A child between its fork and its exec has the descriptor, too: closing ours would not do.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private static func words(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
