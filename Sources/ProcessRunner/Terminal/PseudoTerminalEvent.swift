/// What happens in a pseudo-terminal, for whoever shows it.
public enum PseudoTerminalEvent: Sendable, Hashable {
  /// The program runs, with this process number.
  case started(Int32)
  /// The screen is no longer what the last snapshot shows; comes once until the next snapshot.
  case changed
  /// The bell has rung; comes once until the next snapshot.
  case bell
  /// How far the program says that it is has changed; nil when it has taken that back. Comes
  /// ten times a second at most, and the last one tells what holds.
  case progress(TerminalProgress?)
  /// The program has ended, all it wrote is on the screen, and nothing it started is left. The
  /// last event.
  case exited(ExitReport)
}
