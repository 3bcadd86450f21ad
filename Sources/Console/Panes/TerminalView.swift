import ProcessRunner
import TerminalCore

/// An emulated terminal's screen in an area that may be smaller than it.
struct TerminalView {
  let screen: TerminalSnapshot
  /// Whether the last line with output is kept in view rather than the first row.
  let follows: Bool

  /// Returns where the program's cursor is, nil when it is out of view or hidden.
  func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme) -> Point? {
    let source = screen.buffer
    let first = firstRow(rows: area.rows)
    // Looked up once: a theme is asked for two colours of every cell otherwise.
    let foreground = theme[.text].foreground
    let background = theme[.background].background
    for row in 0..<min(area.rows, source.size.rows - first) {
      for column in 0..<min(area.columns, source.size.columns) {
        var cell = source[column, first + row]
        // Half of a wide character at the edge would spill over it.
        if cell.width == 2, column + 1 >= area.columns { cell = Cell(" ", style: cell.style) }
        // The program's default colours are the theme's.
        if cell.style.foreground == .terminalDefault { cell.style.foreground = foreground }
        if cell.style.background == .terminalDefault { cell.style.background = background }
        buffer[area.column + column, area.row + row] = cell
      }
    }
    guard let cursor = screen.cursor else { return nil }
    let place = Point(column: area.column + cursor.column, row: area.row + cursor.row - first)
    return area.contains(place) ? place : nil
  }

  private func firstRow(rows: Int) -> Int {
    let most = max(0, screen.buffer.size.rows - rows)
    guard follows, !screen.isAlternateScreen else { return most > 0 && follows ? most : 0 }
    let last = lastUsedRow
    return max(0, min(most, last + 1 - rows))
  }

  private var lastUsedRow: Int {
    let size = screen.buffer.size
    let written = (0..<size.rows).last { row in
      (0..<size.columns).contains { screen.buffer[$0, row].character != " " }
    }
    return max(written ?? 0, screen.cursor?.row ?? 0)
  }
}
