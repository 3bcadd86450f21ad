import TerminalCore
import TextEditing

extension EditorPane {
  /// Draws text, line numbers and status row; the cursor's place, or nil when it is out of view.
  public func draw(
    into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet = .unicode,
    focused: Bool
  ) -> Point? {
    guard !area.isEmpty else { return nil }
    var view = self
    view.resize(to: area.size)
    view.prepareColours()
    buffer.fill(area, with: Cell(" ", style: theme[.text]))
    let (rows, status) = area.splitBottom(area.rows > 1 ? 1 : 0)
    for offset in 0..<rows.rows {
      let line = view.topLine + offset
      guard line < view.editor.document.lineCount else { break }
      let row = Rect(
        column: rows.column, row: rows.row + offset, columns: rows.columns, rows: 1)
      view.drawNumber(of: line, into: &buffer, row, theme, focused)
      EditorLinePainter(pane: view, line: line, theme: theme, glyphs: glyphs, focused: focused)
        .paint(into: &buffer, row.splitLeft(view.gutterColumns).rest)
    }
    let promptEnd = view.drawStatus(into: &buffer, status, theme, focused)
    guard focused else { return nil }
    return promptEnd ?? view.cursorPoint(in: rows)
  }

  private func cursorPoint(in rows: Rect) -> Point? {
    guard isCursorInView else { return nil }
    let point = Point(
      column: rows.column + gutterColumns + cursorColumn - leftColumn,
      row: rows.row + editor.cursor.line - topLine)
    return rows.contains(point) ? point : nil
  }

  private func drawNumber(
    of line: Int, into buffer: inout CellBuffer, _ row: Rect, _ theme: Theme, _ focused: Bool
  ) {
    guard gutterColumns > 0 else { return }
    let number = String(line + 1)
    let isCurrent = line == editor.cursor.line
    buffer.write(
      number, column: row.column + gutterColumns - 1 - number.count, row: row.row,
      style: theme[isCurrent ? .lineNumberCurrent : .lineNumber], clip: row)
  }
}
