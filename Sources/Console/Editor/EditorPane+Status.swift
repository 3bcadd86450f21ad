import TerminalCore
import TextEditing

extension EditorPane {
  /// Draws the last row; where its cursor stands while something is asked for.
  func drawStatus(into buffer: inout CellBuffer, _ row: Rect, _ theme: Theme, _ focused: Bool)
    -> Point?
  {
    guard !row.isEmpty else { return nil }
    buffer.fill(row, with: Cell(" ", style: theme[.textMuted]))
    switch prompt {
    case .none:
      drawSummary(into: &buffer, row, theme)
      return nil
    case .find(let text, _):
      let hint = message ?? "Enter next · Alt-Enter previous · Esc ends"
      return drawPrompt("Find: ", text, hint: hint, into: &buffer, row, theme)
    case .goToLine(let number):
      let hint = "1 to \(editor.document.lineCount) · Enter goes · Esc ends"
      return drawPrompt("Go to line: ", number, hint: hint, into: &buffer, row, theme)
    }
  }

  private func drawPrompt(
    _ label: String, _ text: String, hint: String, into buffer: inout CellBuffer, _ row: Rect,
    _ theme: Theme
  ) -> Point {
    let room = max(1, row.columns - label.count - 1)
    var shown = text[...]
    while TextWidth.columns(of: shown) > room { shown = shown.dropFirst() }
    let start = buffer.write(
      label, column: row.column, row: row.row, style: theme[.textAccent], clip: row)
    let end = buffer.write(shown, column: start, row: row.row, style: theme[.textStrong], clip: row)
    if end + 2 + TextWidth.columns(of: hint) <= row.endColumn {
      buffer.write(hint, column: end + 2, row: row.row, style: theme[.textMuted], clip: row)
    }
    return Point(column: min(end, row.endColumn - 1), row: row.row)
  }

  private func drawSummary(into buffer: inout CellBuffer, _ row: Rect, _ theme: Theme) {
    if let message {
      let shown = TextWidth.truncate(message, to: row.columns)
      buffer.write(shown, column: row.column, row: row.row, style: theme[.textStrong], clip: row)
      return
    }
    let isWarning = isModified || isChangedOnDisk || readOnlyReason != nil
    let facts = " · " + summaryFacts.joined(separator: " · ")
    let room = max(1, row.columns - TextWidth.columns(of: stateWords))
    let title = TextWidth.truncate(name, to: room)
    var end = buffer.write(
      title, column: row.column, row: row.row, style: theme[.textStrong], clip: row)
    end = buffer.write(
      stateWords, column: end, row: row.row, style: theme[isWarning ? .warning : .textMuted],
      clip: row)
    let shown = TextWidth.truncate(facts, to: row.endColumn - end)
    buffer.write(shown, column: end, row: row.row, style: theme[.textMuted], clip: row)
  }

  private var stateWords: String {
    var words = isModified ? " ● modified" : ""
    if isChangedOnDisk { words += " ! changed on disk" }
    if readOnlyReason != nil { words += " read-only" }
    return words
  }

  private var summaryFacts: [String] {
    [
      "Ln \(editor.cursor.line + 1), Col \(editor.cursor.column + 1)", editor.language.name,
      editor.document.lineEndingStyle.rawValue,
    ]
  }
}
