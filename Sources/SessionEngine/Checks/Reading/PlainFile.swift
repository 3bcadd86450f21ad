import Foundation
import Glibc

/// Reads a regular file whole; a pipe, a device or a folder of its name holds nothing up.
enum PlainFile {
  enum Content: Sendable {
    case missing
    case data(Data)
    /// Why it is not read, such as `it is a folder`.
    case refused(String)
  }

  /// - Parameter limit: The largest size that is read, in bytes.
  static func read(_ path: String, limit: Int) -> Content {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      return code == ENOENT || code == ENOTDIR
        ? .missing : .refused("it cannot be opened: \(String(cString: strerror(code)))")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .refused("it cannot be read") }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: return .refused("it is a folder")
    default: return .refused("it is not a regular file")
    }
    guard status.st_size <= limit else {
      return .refused("it is larger than \(limit / 1024) KiB")
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
    var count = 0
    while count < bytes.count {
      let start = count
      let read = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(
          descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
      }
      if read < 0 && errno == EINTR { continue }
      guard read >= 0 else { return .refused("it cannot be read") }
      if read == 0 { break }
      count += read
    }
    return .data(Data(bytes.prefix(count)))
  }

  /// The text of a file; nil when it is missing, large or not UTF-8.
  static func text(_ path: String, limit: Int) -> String? {
    guard case .data(let data) = read(path, limit: limit) else { return nil }
    return String(validating: data, as: UTF8.self)
  }
}
