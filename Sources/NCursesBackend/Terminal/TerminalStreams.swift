import Glibc
import TerminalCore

/// The C streams ncurses is given, over descriptors of their own.
final class TerminalStreams {
  let input: UnsafeMutablePointer<FILE>
  let output: UnsafeMutablePointer<FILE>

  init(input: Int32, output: Int32) throws {
    guard let reading = Self.open(input, mode: "r") else {
      throw TerminalError.refused("standard input: \(String(cString: strerror(errno)))")
    }
    guard let writing = Self.open(output, mode: "w") else {
      fclose(reading)
      throw TerminalError.refused("standard output: \(String(cString: strerror(errno)))")
    }
    self.input = reading
    self.output = writing
  }

  /// Children that are started must not hold the terminal open.
  private static func open(_ descriptor: Int32, mode: String) -> UnsafeMutablePointer<FILE>? {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    guard copy >= 0 else { return nil }
    guard let stream = fdopen(copy, mode) else {
      Glibc.close(copy)
      return nil
    }
    return stream
  }

  /// The terminal's size by its driver, or nil where that is not known.
  var size: Size? {
    var window = winsize()
    guard ioctl(fileno(output), UInt(TIOCGWINSZ), &window) == 0 else { return nil }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  /// Writes at once, past ncurses: its own `putp` goes to the process's standard output.
  func write(_ sequence: String) {
    write(Array(sequence.utf8))
  }

  /// Writes everything, or what a terminal takes that goes away.
  func write(_ bytes: [UInt8]) {
    var written = 0
    bytes.withUnsafeBytes { bytes in
      while written < bytes.count {
        let count = Glibc.write(
          fileno(output), bytes.baseAddress?.advanced(by: written), bytes.count - written)
        if count > 0 {
          written += count
        } else if errno == EAGAIN {
          var wait = pollfd(fd: fileno(output), events: Int16(POLLOUT), revents: 0)
          poll(&wait, 1, -1)
        } else if errno != EINTR {
          return
        }
      }
    }
  }

  func close() {
    fclose(input)
    fclose(output)
  }
}
