extension PseudoTerminal {
  /// What is to be seen with the view scrolled back by so many lines; 0 follows the output.
  public func snapshot(scrollOffset: Int = 0) -> TerminalSnapshot {
    changeIsPending = false
    bellIsPending = false
    return emulator.snapshot(scrollOffset: scrollOffset)
  }

  /// Lines of scrollback and screen together, up to the last that holds something.
  public var lineCount: Int { emulator.lineCount }

  /// Plain text of lines, 0 being the oldest kept; without styles and without blanks at the end.
  public func lines(in range: Range<Int>) -> [String] {
    emulator.lines(in: range)
  }

  /// Plain text of the last lines.
  public func lastLines(_ count: Int) -> [String] {
    emulator.lines(in: max(0, lineCount - count)..<lineCount)
  }

  /// The title the program has set, without control characters; empty when none.
  public var title: String { emulator.state.pointee.title }
}
