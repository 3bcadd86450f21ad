import Glibc
import NCursesBackend
import SessionEngine
import TerminalCore

/// Finds out what terminal the process runs in, without writing to it.
enum TerminalProbe {
  static func facts(environment: [String: String]) -> TerminalFacts {
    let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    let type = environment["TERM"].flatMap { $0.isEmpty ? nil : $0 }
    return TerminalFacts(
      isTerminal: isTerminal, type: type, size: isTerminal ? size : nil,
      colors: type.flatMap(TerminalDescription.colors(of:)), locale: locale)
  }

  /// How many columns standard output has; nil where it is no terminal.
  static var outputColumns: Int? { isatty(STDOUT_FILENO) == 1 ? size?.columns : nil }

  /// How many rows standard output has; nil where it is no terminal.
  static var outputRows: Int? { isatty(STDOUT_FILENO) == 1 ? size?.rows : nil }

  private static var size: Size? {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else {
      return nil
    }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }
}
