/// How far a program says that it is: `OSC 9 ; 4 ; STATE ; PERCENT`, as ConEmu and Windows Terminal
/// define it.
public enum TerminalProgress: Sendable, Hashable {
  /// It goes on; a percentage from 0 to 100.
  case normal(percent: Int)
  /// Something went wrong; a percentage from 0 to 100, nil where the program gave none.
  case error(percent: Int?)
  /// It goes on, nobody knows how far.
  case indeterminate
  /// It waits; a percentage from 0 to 100, nil where the program gave none.
  case paused(percent: Int?)
}
