extension Emulator {
  /// The lines that belong to what is shown.
  var shownLines: KeptLines {
    KeptLines(self, alternate: state.pointee.isAlternate)
  }

  /// Scrollback and primary screen.
  var keptLines: KeptLines { KeptLines(self, alternate: false) }

  /// Lines of scrollback and primary screen together, without those below the last written one.
  var lineCount: Int {
    let grid = state.pointee.primary
    var rows = grid.rowCount
    while rows > 0, grid.rows[rows - 1].trimmedCount == 0 { rows -= 1 }
    return state.pointee.scrollback.count + rows
  }

  /// Plain text of lines of scrollback and primary screen, oldest first, without blanks at the end.
  func lines(in range: Range<Int>) -> [String] {
    let lines = keptLines
    return range.clamped(to: 0..<lineCount).map { lines.row(lines.first + $0) }
  }

  /// The view scrolled so that a line is in its middle, as far as there are lines around it.
  func snapshot(showing line: Int) -> TerminalSnapshot {
    let top = line - size.rows / 2
    return snapshot(scrollOffset: state.pointee.scrollback.added - top)
  }
}
