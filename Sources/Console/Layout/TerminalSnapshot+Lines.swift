import ProcessRunner

extension TerminalSnapshot {
  /// The number of the line in the first visible row, as `TerminalPlace` counts.
  var firstLine: Int { totalScrolledLines - scrollOffset }

  /// The last row with something in it, or with the cursor.
  var lastUsedRow: Int {
    let written = (0..<buffer.size.rows).last { row in
      (0..<buffer.size.columns).contains { buffer[$0, row].character != " " }
    }
    return max(written ?? 0, cursor?.row ?? 0)
  }

  /// The row that stands at the top where fewer rows than it has are shown.
  func firstRow(rows: Int, follows: Bool) -> Int {
    let most = max(0, buffer.size.rows - rows)
    guard follows, !isAlternateScreen else { return follows ? most : 0 }
    return max(0, min(most, lastUsedRow + 1 - rows))
  }
}
