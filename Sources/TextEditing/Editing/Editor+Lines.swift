extension Editor {
  mutating func indentLines() -> EditOutcome {
    let indent = indentation.text
    return editSelectedLines { text in
      text.isEmpty ? nil : (text: indent + text, column: 0, by: indent.count)
    }
  }

  mutating func outdentLines(tabWidth: Int) -> EditOutcome {
    let width =
      if case .spaces(let count) = indentation { count } else { tabWidth }
    return editSelectedLines { text in
      let removed = text.first == "\t" ? 1 : text.prefix(width).prefix { $0 == " " }.count
      guard removed > 0 else { return nil }
      return (text: String(text.dropFirst(removed)), column: 0, by: -removed)
    }
  }

  mutating func toggleComment() -> EditOutcome {
    guard let mark = language.lineComment else { return .noCommentSyntax }
    let texts = selection.lines.map { document.text(ofLine: $0) }
    let filled = texts.filter { !$0.allSatisfy(\.isWhitespace) }
    let indents = filled.map { $0.prefix { $0.isWhitespace }.count }
    guard let column = indents.min() else { return .nothing }
    let isCommented = filled.allSatisfy { $0.drop { $0.isWhitespace }.hasPrefix(mark) }
    return editSelectedLines { text in
      guard !text.allSatisfy(\.isWhitespace) else { return nil }
      guard isCommented else {
        let new = text.prefix(column) + mark + " " + text.dropFirst(column)
        return (text: String(new), column: column, by: mark.count + 1)
      }
      let indent = text.prefix { $0.isWhitespace }
      let body = text.dropFirst(indent.count + mark.count)
      let space = body.first == " " ? 1 : 0
      let new = indent + body.dropFirst(space)
      return (text: String(new), column: indent.count, by: -(mark.count + space))
    }
  }

  /// Changes each selected line, and moves the selection's ends with the text behind the change.
  private mutating func editSelectedLines(
    _ edit: (String) -> (text: String, column: Int, by: Int)?
  ) -> EditOutcome {
    let range = selection.lines.lowerBound..<(selection.lines.upperBound + 1)
    var new = Array(document.lines[range])
    var after = selection
    for (offset, line) in range.enumerated() {
      guard let change = edit(new[offset].text) else { continue }
      new[offset].text = change.text
      after.anchor = moved(after.anchor, onLine: line, from: change.column, by: change.by)
      after.head = moved(after.head, onLine: line, from: change.column, by: change.by)
    }
    return replaceLines(range, with: new, selection: after)
  }

  private func moved(_ place: Position, onLine line: Int, from column: Int, by shift: Int)
    -> Position
  {
    guard place.line == line, place.column >= column, !(place.column == 0 && !selection.isEmpty)
    else { return place }
    return Position(line: line, column: max(column, place.column + shift))
  }

  /// Copies the selected lines below themselves, or the selection behind itself within a line.
  mutating func duplicate() -> EditOutcome {
    if !selection.isEmpty, selection.start.line == selection.end.line {
      let start = selection.end
      let outcome = replace(from: start, to: start, with: selectedText)
      selection = Selection(anchor: start, head: cursor)
      return outcome
    }
    let first = selection.lines.lowerBound
    let last = selection.lines.upperBound
    let original = Array(document.lines[first...last])
    var new = original + original
    new[original.count - 1].ending = document.endingForBreak(inLine: last)
    var after = selection
    after.anchor.line += original.count
    after.head.line += original.count
    return replaceLines(first..<(last + 1), with: new, selection: after)
  }

  /// Moves the selected lines past a neighbour; endings stay where they are, so that the file's
  /// last line keeps having one or none.
  mutating func moveLines(by step: Int) -> EditOutcome {
    let first = selection.lines.lowerBound
    let last = selection.lines.upperBound
    guard step < 0 ? first > 0 : last + 1 < document.lineCount else { return .nothing }
    let range = step < 0 ? (first - 1)..<(last + 1) : first..<(last + 2)
    var texts = document.lines[range].map(\.text)
    if step < 0 {
      texts.append(texts.removeFirst())
    } else {
      texts.insert(texts.removeLast(), at: 0)
    }
    let new = zip(texts, document.lines[range]).map { Line($0, ending: $1.ending) }
    var after = selection
    after.anchor.line += step
    after.head.line += step
    return replaceLines(range, with: new, selection: after)
  }
}
