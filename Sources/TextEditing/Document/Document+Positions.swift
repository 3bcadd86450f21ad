extension Document {
  /// The position behind the last character.
  public var end: Position {
    Position(line: lines.count - 1, column: lines[lines.count - 1].text.columnCount)
  }

  /// The nearest position inside the document.
  public func clamp(_ position: Position) -> Position {
    if position.line < 0 { return .zero }
    if position.line >= lines.count { return end }
    guard position.column > 0 else { return Position(line: position.line, column: 0) }
    let text = lines[position.line].text
    return Position(line: position.line, column: min(position.column, text.columnCount))
  }

  /// The characters between two positions, with the line endings between them.
  public func text(from start: Position, to end: Position) -> String {
    let first = lines[start.line]
    guard start.line < end.line else {
      return String(
        first.text.fromColumn(start.column).beforeColumn(max(0, end.column - start.column)))
    }
    var joined = first.text.fromColumn(start.column) + first.ending.rawValue
    for line in lines[(start.line + 1)..<end.line] {
      joined += line.text + line.ending.rawValue
    }
    return String(joined + lines[end.line].text.beforeColumn(end.column))
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
    let prefix = lines[start.line].text.beforeColumn(start.column)
    let suffix = lines[end.line].text.fromColumn(end.column)
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
    var parts: [String] = []
    var start = 0
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D {
      let endsReturn = byte == 0x0A && index > 0 && bytes[index - 1] == 0x0D
      if !endsReturn { parts.append(String(decoding: bytes[start..<index], as: UTF8.self)) }
      start = index + 1
    }
    return parts + [String(decoding: bytes[start...], as: UTF8.self)]
  }

  /// The column at or behind a byte: a combining mark put behind a letter becomes part of it.
  static func column(ofByte offset: Int, in text: String) -> Int {
    if text.isASCII { return offset }
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
