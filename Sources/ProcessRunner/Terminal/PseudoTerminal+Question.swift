import CPosix
import TerminalCore

extension PseudoTerminal {
  /// What the program waits for its keyboard to answer; nil when it does not, or when that cannot
  /// be known.
  ///
  /// A program counts as asking when the kernel says that its foreground is blocked in reading a
  /// line from this terminal. One that takes single keys is blocked for many reasons: it counts
  /// when its line ends as questions do and it is no program that draws the whole screen. Looking
  /// costs a walk through `/proc`: ask when output has paused, at most once a second.
  public func question() -> TerminalQuestion? {
    guard case .running = lifecycle, let primary else { return nil }
    let wait = atelier_foreground_wait(primary.rawValue)
    guard wait != ATELIER_WAITS_FOR_NOTHING else { return nil }
    let screen = emulator.snapshot(scrollOffset: 0)
    if wait == ATELIER_WAITS_FOR_LINE { return TerminalQuestion(text: Self.lastLine(of: screen)) }
    guard !screen.isAlternateScreen else { return nil }
    let line = Self.lineBeforeCursor(of: screen)
    guard let last = line.last, "?:>])".contains(last) else { return nil }
    return TerminalQuestion(text: line)
  }

  /// The line the cursor is in; where that is empty, the nearest above that is not.
  private static func lastLine(of screen: TerminalSnapshot) -> String {
    let row = screen.cursor?.row ?? screen.buffer.size.rows - 1
    return (0...max(0, row)).reversed().lazy.map { trimmed(screen.buffer.textOfRow($0)) }
      .first { !$0.isEmpty } ?? ""
  }

  private static func lineBeforeCursor(of screen: TerminalSnapshot) -> String {
    guard let cursor = screen.cursor else { return "" }
    return trimmed(String(screen.buffer.textOfRow(cursor.row).prefix(cursor.column)))
  }

  private static func trimmed(_ line: String) -> String {
    let blanks: (Character) -> Bool = { $0 == " " }
    return String(line.drop(while: blanks).reversed().drop(while: blanks).reversed())
  }
}
