import TerminalCore

/// One thing ncurses hands over: a byte, or something it recognised in a sequence of bytes.
enum InputCode: Sendable, Equatable {
  case byte(UInt8)
  case key(KeyPress)
  /// The beginning of a report of the mouse; its bytes follow.
  case mouseStart
  case pasteStart
  case pasteEnd
}
