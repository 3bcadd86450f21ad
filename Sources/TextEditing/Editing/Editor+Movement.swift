extension Editor {
  func character(before place: Position) -> Character? {
    guard place.column > 0 else { return nil }
    return document.text(ofLine: place.line).fromColumn(place.column - 1).first
  }

  func position(before place: Position) -> Position {
    if place.column > 0 { return Position(line: place.line, column: place.column - 1) }
    guard place.line > 0 else { return place }
    return lineEnd(place.line - 1)
  }

  func position(after place: Position) -> Position {
    if place.column < document.text(ofLine: place.line).columnCount {
      return Position(line: place.line, column: place.column + 1)
    }
    guard place.line + 1 < document.lineCount else { return place }
    return Position(line: place.line + 1, column: 0)
  }

  func lineEnd(_ line: Int) -> Position {
    Position(line: line, column: document.text(ofLine: line).columnCount)
  }

  func wordStart(before place: Position) -> Position {
    guard place.column > 0 else { return position(before: place) }
    let before = document.text(ofLine: place.line).prefix(place.column).map(CharacterClass.init)
    var column = place.column
    while column > 0, before[column - 1] == .blank { column -= 1 }
    if column > 0 {
      let kind = before[column - 1]
      while column > 0, before[column - 1] == kind { column -= 1 }
    }
    return Position(line: place.line, column: column)
  }

  func wordEnd(after place: Position) -> Position {
    let after = document.text(ofLine: place.line).fromColumn(place.column)
    guard !after.isEmpty else { return position(after: place) }
    let classes = after.map(CharacterClass.init)
    var passed = 0
    while passed < classes.count, classes[passed] == .blank { passed += 1 }
    if passed < classes.count {
      let kind = classes[passed]
      while passed < classes.count, classes[passed] == kind { passed += 1 }
    }
    return Position(line: place.line, column: place.column + passed)
  }

  mutating func selectWord() -> EditOutcome {
    let classes = document.text(ofLine: cursor.line).map(CharacterClass.init)
    guard !classes.isEmpty else { return .nothing }
    let place = min(cursor.column, classes.count - 1)
    var start = place
    var end = place
    while start > 0, classes[start - 1] == classes[place] { start -= 1 }
    while end < classes.count, classes[end] == classes[place] { end += 1 }
    return select(
      Selection(
        anchor: Position(line: cursor.line, column: start),
        head: Position(line: cursor.line, column: end)))
  }

  mutating func move(_ motion: Motion, selecting: Bool, _ ruler: ColumnRuler) -> EditOutcome {
    if !selecting, !selection.isEmpty {
      if motion == .left { return select(Selection(cursor: selection.start)) }
      if motion == .right { return select(Selection(cursor: selection.end)) }
    }
    let place = destination(of: motion, ruler)
    return select(Selection(anchor: selecting ? selection.anchor : place, head: place))
  }

  private mutating func destination(of motion: Motion, _ ruler: ColumnRuler) -> Position {
    switch motion {
    case .left: return position(before: cursor)
    case .right: return position(after: cursor)
    case .up: return vertical(by: -1, ruler)
    case .down: return vertical(by: 1, ruler)
    case .pageUp(let rows): return vertical(by: -max(1, rows), ruler)
    case .pageDown(let rows): return vertical(by: max(1, rows), ruler)
    case .wordLeft: return wordStart(before: cursor)
    case .wordRight: return wordEnd(after: cursor)
    case .lineStart:
      let indent = document.text(ofLine: cursor.line).prefix { $0.isWhitespace }.count
      return Position(line: cursor.line, column: cursor.column == indent ? 0 : indent)
    case .lineEnd: return lineEnd(cursor.line)
    case .documentStart: return .zero
    case .documentEnd: return document.end
    case .to(let place): return document.clamp(place)
    }
  }

  /// Beyond the first line is its beginning, beyond the last its end.
  private mutating func vertical(by rows: Int, _ ruler: ColumnRuler) -> Position {
    let target =
      preferredColumn
      ?? ruler.displayColumn(of: cursor.column, in: document.text(ofLine: cursor.line))
    preferredColumn = target
    let line = cursor.line + rows
    let last = document.lineCount - 1
    if line < 0, cursor.line == 0 { return .zero }
    if line > last, cursor.line == last { return document.end }
    let inside = min(max(0, line), last)
    return Position(
      line: inside, column: ruler.index(at: target, in: document.text(ofLine: inside)))
  }
}
