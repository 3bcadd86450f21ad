import ProcessRunner
import TerminalCore

/// An emulated terminal's screen in an area that may be smaller than it.
struct TerminalView {
  let screen: TerminalSnapshot
  /// Whether the last line with output is kept in view rather than the first row.
  let follows: Bool
  var match: TerminalMatch?
  var selection: RunSelection?

  /// Returns where the program's cursor is, nil when it is out of view or hidden.
  func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme) -> Point? {
    let source = screen.buffer
    let first = screen.firstRow(rows: area.rows, follows: follows)
    // The program's default colours are the theme's.
    let defaults = Style(
      foreground: theme[.text].foreground, background: theme[.background].background)
    for row in 0..<max(0, min(area.rows, source.size.rows - first)) {
      let place = Point(column: area.column, row: area.row + row)
      buffer.copyRow(
        first + row, of: source, columns: area.columns, to: place, defaults: defaults)
      cutWide(place, into: &buffer, area: area)
      mark(row, line: screen.firstLine + first + row, into: &buffer, area: area, theme: theme)
    }
    guard let cursor = screen.cursor else { return nil }
    let place = Point(column: area.column + cursor.column, row: area.row + cursor.row - first)
    return area.contains(place) ? place : nil
  }

  /// Half of a wide character at the edge would spill over it.
  private func cutWide(_ place: Point, into buffer: inout CellBuffer, area: Rect) {
    let last = area.endColumn - 1
    let cell = buffer[last, place.row]
    guard cell.width == 2, area.columns <= screen.buffer.size.columns else { return }
    buffer[last, place.row] = Cell(" ", style: cell.style)
  }

  private func mark(
    _ row: Int, line: Int, into buffer: inout CellBuffer, area: Rect, theme: Theme
  ) {
    func restyle(_ columns: Range<Int>, _ role: ThemeRole) {
      let shown = columns.clamped(to: 0..<area.columns)
      buffer.restyle(
        Rect(
          column: area.column + shown.lowerBound, row: area.row + row, columns: shown.count,
          rows: 1)
      ) { $0 = theme[role] }
    }
    if let selection, selection.start.line <= line, line <= selection.end.line {
      let start = line == selection.start.line ? selection.start.column : 0
      let end = line == selection.end.line ? selection.end.column : area.columns
      if start < end { restyle(start..<end, .selection) }
    }
    if let match, match.line == line { restyle(match.columns, .searchMatch) }
  }
}
