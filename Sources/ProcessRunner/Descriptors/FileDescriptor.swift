import Glibc

/// An open descriptor that is closed when the last reference to it goes.
final class FileDescriptor: Sendable {
  let rawValue: Int32

  /// Takes over a descriptor that is open.
  init(_ rawValue: Int32) {
    self.rawValue = rawValue
  }

  deinit {
    close(rawValue)
  }

  /// The result of a read that does not wait.
  enum ReadResult {
    case bytes(Int)
    case nothingYet
    /// The end; for the primary side of a pseudo-terminal, EIO.
    case ended
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> ReadResult {
    while true {
      let count = Glibc.read(rawValue, buffer.baseAddress, buffer.count)
      if count > 0 { return .bytes(count) }
      if count == 0 { return .ended }
      if errno == EINTR { continue }
      return errno == EAGAIN ? .nothingYet : .ended
    }
  }

  /// Writes as much as goes without waiting: the count, or nil when the other side is gone.
  func write(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var written = 0
    while written < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
      let count = Glibc.write(rawValue, rest.baseAddress, rest.count)
      if count > 0 {
        written += count
      } else if errno == EAGAIN {
        return written
      } else if errno != EINTR {
        return nil
      }
    }
    return written
  }
}
