/// Why the screen cannot be claimed, and what to do about it.
public enum TerminalError: Error, Sendable, Equatable, CustomStringConvertible {
  case notATerminal(stream: String)
  case typeMissing
  case typeUnknown(String)
  case databaseMissing
  case cannotAddressCursor(String)
  case refused(String)

  public var description: String {
    switch self {
    case .notATerminal(let stream):
      """
      \(stream) is not a terminal, so the console cannot be shown. Start it in a terminal, or use \
      a subcommand: see --help.
      """
    case .typeMissing:
      """
      TERM is not set, so the terminal's type is not known. Set it, for example \
      TERM=xterm-256color.
      """
    case .typeUnknown(let type):
      """
      The terminal type TERM=\(type) is not in this machine's terminfo database. Install the \
      package ncurses-term, or set TERM=xterm-256color.
      """
    case .databaseMissing:
      "This machine has no terminfo database. Install the package ncurses-base."
    case .cannotAddressCursor(let type):
      """
      The terminal type TERM=\(type) cannot place the cursor, so the console cannot be shown. Set \
      TERM to the type of your terminal, for example xterm-256color.
      """
    case .refused(let reason):
      "The terminal could not be set up: \(reason). Try another terminal, or tmux."
    }
  }
}
