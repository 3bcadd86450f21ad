extension Editor {
  mutating func insert(_ text: String) -> EditOutcome {
    guard !text.isEmpty else { return .nothing }
    guard text.count == 1, selection.isEmpty, let character = text.first, !character.isNewline
    else {
      history.closeStep()
      let outcome = replaceSelection(with: text)
      history.closeStep()
      return outcome
    }
    if let outcome = closing(character) { return outcome }
    let preceding = self.character(before: cursor)
    let startsWord = !character.isWhitespace && (preceding?.isWhitespace ?? false)
    return replace(
      from: cursor, to: cursor, with: text, grouping: .typing(startsWord: startsWord))
  }

  /// A bracket that closes a block, typed as the first of its line, goes below the line that opened
  /// it; nil where the character is none.
  private mutating func closing(_ character: Character) -> EditOutcome? {
    guard language.closesBlock(character), cursor == lineEnd(cursor.line) else { return nil }
    let before = document.text(ofLine: cursor.line).beforeColumn(cursor.column)
    guard !before.isEmpty, before.allSatisfy({ $0 == " " || $0 == "\t" }) else { return nil }
    var open = 0
    for line in (0..<cursor.line).reversed() {
      let text = String(document.text(ofLine: line))
      let inner = text.drop { $0 == " " || $0 == "\t" }
      if let first = inner.first, language.closesBlock(first) { open -= 1 }
      guard language.opensBlock(text) else { continue }
      open += 1
      guard open == 1 else { continue }
      let indent = text.prefix(text.count - inner.count)
      return replace(
        from: Position(line: cursor.line, column: 0), to: cursor,
        with: indent + String(character))
    }
    return nil
  }

  mutating func replaceSelection(with text: String) -> EditOutcome {
    replace(from: selection.start, to: selection.end, with: text)
  }

  mutating func newline() -> EditOutcome {
    let start = selection.start
    let before = document.text(ofLine: start.line).beforeColumn(start.column)
    var indent = String(before.prefix { $0 == " " || $0 == "\t" })
    if language.opensBlock(String(before)) { indent += indentation.text }
    let isBlankLine = !before.isEmpty && before.allSatisfy { $0 == " " || $0 == "\t" }
    if selection.isEmpty, isBlankLine, cursor == lineEnd(cursor.line) {
      // Indentation that nothing was typed behind does not stay as trailing spaces.
      let lineStart = Position(line: cursor.line, column: 0)
      return replace(from: lineStart, to: cursor, with: "\n" + indent)
    }
    return replaceSelection(with: "\n" + indent)
  }

  mutating func tab(_ ruler: ColumnRuler) -> EditOutcome {
    if selection.start.line != selection.end.line { return indentLines() }
    guard case .spaces(let width) = indentation else { return replaceSelection(with: "\t") }
    let start = selection.start
    let column = ruler.displayColumn(of: start.column, in: document.text(ofLine: start.line))
    return replaceSelection(with: String(repeating: " ", count: width - column % width))
  }

  mutating func backspace() -> EditOutcome {
    guard selection.isEmpty else {
      history.closeStep()
      return delete(to: cursor)
    }
    guard cursor > .zero else { return .nothing }
    let before = document.text(ofLine: cursor.line).beforeColumn(cursor.column)
    var start = position(before: cursor)
    if case .spaces(let width) = indentation, !before.isEmpty, before.allSatisfy({ $0 == " " }) {
      start.column = cursor.column - ((cursor.column - 1) % width + 1)
    }
    return replace(from: start, to: cursor, with: "", grouping: .erasing)
  }

  /// Deletes what is selected, or else from the cursor to a place on either side of it.
  mutating func delete(to place: Position) -> EditOutcome {
    guard selection.isEmpty else { return replaceSelection(with: "") }
    guard place != cursor else { return .nothing }
    return replace(from: min(place, cursor), to: max(place, cursor), with: "")
  }
}
