extension KeptLines {
  /// Plain text from one place to before another: rows that only the screen's width has made are
  /// joined, blanks at the ends of lines are cut.
  func text(from start: TerminalPlace, to end: TerminalPlace) -> String {
    let from = max(start, TerminalPlace(line: first, column: 0))
    let last = min(end.line, self.end - 1)
    guard from < end, from.line <= last else { return "" }
    var text = ""
    for line in from.line...last {
      let left = line == from.line ? from.column : 0
      let right = line == end.line ? end.column : .max
      append(line, columns: left..<max(left, right), to: &text)
      guard line < last else { break }
      if !isContinuation(line + 1) {
        text.cutBlanks()
        text.append("\n")
      }
    }
    text.cutBlanks()
    return text
  }

  /// Everything up to the last line that shows something.
  var text: String {
    text(
      from: TerminalPlace(line: first, column: 0), to: TerminalPlace(line: lastUsed, column: .max))
  }

  /// One row of the screen, without blanks at its end.
  func row(_ line: Int) -> String {
    var text = ""
    append(line, columns: 0..<Int.max, to: &text)
    text.cutBlanks()
    return text
  }

  private func append(_ line: Int, columns: Range<Int>, to text: inout String) {
    if let ascii = ascii(line) {
      let piece = ascii[columns.clamped(to: ascii.indices)]
      // Columns that were passed over are no characters.
      text.append(String(decoding: piece.map { $0 == 0 ? 0x20 : $0 }, as: UTF8.self))
      return
    }
    forEachCharacter(line) { column, character in
      if columns.contains(column) { text.append(character) }
    }
  }
}

extension String {
  fileprivate mutating func cutBlanks() {
    let blanks = utf8.reversed().prefix { $0 == 0x20 }.count
    if blanks > 0 { removeLast(blanks) }
  }
}
