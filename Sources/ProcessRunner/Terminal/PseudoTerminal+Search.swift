/// Lines are counted from 0, the first the program ever printed, and keep their numbers: see
/// ``TerminalPlace``. While the alternate screen is shown only its lines are there to be found.
extension PseudoTerminal {
  /// Looks for a text: the first match that begins at or behind a place, or going backwards the
  /// last that begins before it. Goes on at the other end where there is none.
  /// - Parameter place: Where to begin; without one the first match of all is meant, or the last.
  /// - Returns: nil when the text is nowhere, or empty.
  public func find(
    _ text: String, isCaseSensitive: Bool, from place: TerminalPlace? = nil, backwards: Bool = false
  ) -> TerminalMatch? {
    TextSearch(text, isCaseSensitive: isCaseSensitive)?
      .find(in: emulator.shownLines, from: place, backwards: backwards)
  }

  /// Where the first error is told: its first line, as far as the words are known.
  /// - Returns: The place of the word that says so; the match's total is the count of lines with
  ///   such a word. nil when there is none.
  public func firstError() -> TerminalMatch? {
    ErrorSearch().first(in: emulator.shownLines)
  }

  /// Plain text from a place to before another, with lines joined that only the screen's width
  /// has broken, and without blanks at the ends of lines.
  public func text(from start: TerminalPlace, to end: TerminalPlace) -> String {
    emulator.shownLines.text(from: start, to: end)
  }

  /// Plain text of everything kept, scrollback and primary screen.
  public func text() -> String {
    emulator.keptLines.text
  }

  /// The view scrolled so that a line is in its middle; the snapshot tells its `scrollOffset`.
  public func snapshot(showing line: Int) -> TerminalSnapshot {
    noteSnapshot()
    return emulator.snapshot(showing: line)
  }

  /// How far the program says that it is; nil when it says nothing.
  public var progress: TerminalProgress? { emulator.state.pointee.progress }
}
