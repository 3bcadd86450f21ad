extension Editor {
  /// The selected text, or the whole line with its ending when nothing is selected.
  public var selectedText: String {
    let (start, end) = clipboardRange
    return document.text(from: start, to: end)
  }

  private var clipboardRange: (start: Position, end: Position) {
    guard selection.isEmpty else { return (selection.start, selection.end) }
    let line = cursor.line
    let start = Position(line: line, column: 0)
    guard line + 1 < document.lineCount else { return (start, lineEnd(line)) }
    return (start, Position(line: line + 1, column: 0))
  }

  mutating func cut() -> EditOutcome {
    let (start, end) = clipboardRange
    guard start != end else { return .nothing }
    let text = selectedText
    let outcome = replace(from: start, to: end, with: "")
    return outcome == .nothing ? .nothing : .cut(text)
  }
}
