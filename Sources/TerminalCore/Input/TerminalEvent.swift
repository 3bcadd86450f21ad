/// What the outer terminal reports.
public enum TerminalEvent: Sendable, Hashable {
  case key(KeyPress)
  /// Text pasted as one piece (bracketed paste), line breaks as the terminal sent them.
  case paste(String)
  case mouse(MouseEvent)
  case resize(Size)
}
