import Glibc
import TerminalCore

/// A terminal for tests: what is written to it is collected, what a person would type is fed to it.
final class PseudoTerminal {
  let primary: Int32
  let replica: Int32
  let name: String
  private(set) var output = ""
  // Glibc's own functions for this are not visible to Swift (ioctl_tty(2): TIOCGPTN, TIOCSPTLCK).
  private static let getNumber: UInt = 0x8004_5430
  private static let setLock: UInt = 0x4004_5431

  init(size: Size) throws {
    primary = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    var number: Int32 = 0
    var unlocked: Int32 = 0
    guard primary >= 0, ioctl(primary, Self.getNumber, &number) == 0,
      ioctl(primary, Self.setLock, &unlocked) == 0
    else { throw PseudoTerminalError() }
    name = "/dev/pts/\(number)"
    replica = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard replica >= 0 else { throw PseudoTerminalError() }
    resize(to: size)
  }

  deinit {
    close(replica)
    close(primary)
  }

  func resize(to size: Size) {
    var window = winsize(
      ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(primary, UInt(TIOCSWINSZ), &window)
  }

  func type(_ text: String) {
    type(bytes: Array(text.utf8))
  }

  func type(bytes: [UInt8]) {
    _ = write(primary, bytes, bytes.count)
  }

  /// Everything written to the terminal so far.
  @discardableResult
  func drain() -> String {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(primary, &buffer, buffer.count)
      guard count > 0 else { return output }
      output += String(decoding: buffer[..<count], as: UTF8.self)
    }
  }

  /// Waits until something that was typed can be read.
  func waitForInput() -> Bool {
    var descriptor = pollfd(fd: replica, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 10_000) == 1
  }

  var modes: termios {
    var modes = termios()
    tcgetattr(replica, &modes)
    return modes
  }
}

struct PseudoTerminalError: Error {}
