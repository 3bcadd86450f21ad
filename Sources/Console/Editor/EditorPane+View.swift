import TerminalCore
import TextEditing

extension EditorPane {
  var textRows: Int { max(1, size.rows - 1) }

  /// Columns of the line numbers with the space behind them; none where there is little room.
  var gutterColumns: Int {
    guard size.columns >= 24 else { return 0 }
    return max(3, String(editor.document.lineCount).count) + 1
  }

  /// Columns for text; one more is kept for the mark of a line that goes on.
  var textColumns: Int { max(1, size.columns - gutterColumns - 1) }

  var cursorColumn: Int {
    Self.ruler.displayColumn(
      of: editor.cursor.column, in: editor.document.text(ofLine: editor.cursor.line))
  }

  var isCursorInView: Bool {
    editor.cursor.line >= topLine && editor.cursor.line < topLine + textRows
      && cursorColumn >= leftColumn && cursorColumn <= leftColumn + textColumns
  }

  /// Brings the cursor into view with a little of what is around it.
  mutating func follow() {
    let margin = min(3, (textRows - 1) / 2)
    let line = editor.cursor.line
    topLine = min(topLine, max(0, line - margin))
    topLine = max(topLine, min(line + margin, editor.document.lineCount - 1) - textRows + 1)
    topLine = min(max(0, topLine), editor.document.lineCount - 1)
    let side = min(8, (textColumns - 1) / 2)
    let column = cursorColumn
    if column < leftColumn + (leftColumn > 0 ? side : 0) {
      leftColumn = max(0, column - side)
    } else if column >= leftColumn + textColumns {
      leftColumn = column - textColumns + 1 + side
    }
    if column < textColumns { leftColumn = 0 }
    prepareColours()
  }

  mutating func scroll(by rows: Int) {
    let last = max(0, editor.document.lineCount - textRows)
    topLine = min(max(0, topLine + rows), max(last, min(topLine, editor.document.lineCount - 1)))
    prepareColours()
  }

  mutating func prepareColours() {
    editor.prepareHighlighting(throughLine: topLine + textRows)
  }

  /// The place in the text under a cell of the pane.
  func position(at point: Point, in area: Rect) -> Position {
    let line = min(
      max(0, topLine + point.row - area.row), editor.document.lineCount - 1)
    let column = max(0, leftColumn + point.column - area.column - gutterColumns)
    let text = editor.document.text(ofLine: line)
    return Position(line: line, column: Self.ruler.index(at: column, in: text))
  }
}
