extension Document {
  /// The position behind the last character.
  public var end: Position {
    Position(line: lines.count - 1, column: lines[lines.count - 1].text.count)
  }

  /// The nearest position inside the document.
  public func clamp(_ position: Position) -> Position {
    if position.line < 0 { return .zero }
    if position.line >= lines.count { return end }
    guard position.column > 0 else { return Position(line: position.line, column: 0) }
    let text = lines[position.line].text
    if text.utf8.count >= position.column,
      text.index(text.startIndex, offsetBy: position.column, limitedBy: text.endIndex) != nil
    {
      return position
    }
    return Position(line: position.line, column: text.count)
  }

  /// The characters between two positions, with the line endings between them.
  public func text(from start: Position, to end: Position) -> String {
    let first = lines[start.line]
    guard start.line < end.line else {
      return String(first.text.dropFirst(start.column).prefix(max(0, end.column - start.column)))
    }
    var joined = String(first.text.dropFirst(start.column)) + first.ending.rawValue
    for line in lines[(start.line + 1)..<end.line] {
      joined += line.text + line.ending.rawValue
    }
    return joined + lines[end.line].text.prefix(end.column)
  }

  /// The ending a line break made in this line gets: the line's own, or that of the line above.
  func endingForBreak(inLine line: Int) -> LineEnding {
    if lines[line].ending != .none { return lines[line].ending }
    return line > 0 ? lines[line - 1].ending : .lineFeed
  }

  /// The lines that stand where `start` to `end` stood once that is replaced by a text, and the
  /// position behind the text.
  ///
  /// Line breaks in the text become the ending in use around `start`.
  func lines(replacing start: Position, to end: Position, with text: String)
    -> (lines: [Line], end: Position)
  {
    let prefix = lines[start.line].text.prefix(start.column)
    let suffix = lines[end.line].text.dropFirst(end.column)
    let parts = Document.breakApart(text)
    let ending = endingForBreak(inLine: start.line)
    var new = parts.map { Line($0, ending: ending) }
    new[0].text = prefix + new[0].text
    let last = new.count - 1
    let offset = new[last].text.utf8.count
    new[last].text += suffix
    new[last].ending = lines[end.line].ending
    let column = Document.column(ofByte: offset, in: new[last].text)
    return (new, Position(line: start.line + last, column: column))
  }

  /// The pieces between line breaks of any kind: LF, CRLF, or CR as terminals paste it.
  static func breakApart(_ text: String) -> [String] {
    if text.utf8.allSatisfy({ $0 != 0x0A && $0 != 0x0D }) { return [text] }
    return text.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r" || $0 == "\r\n"
    }.map(String.init)
  }

  /// The column at or behind a byte: a combining mark put behind a letter becomes part of it.
  static func column(ofByte offset: Int, in text: String) -> Int {
    var column = 0
    var passed = 0
    for character in text {
      if passed >= offset { break }
      passed += character.utf8.count
      column += 1
    }
    return column
  }
}
