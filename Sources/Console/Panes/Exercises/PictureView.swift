import TerminalCore

/// A picture in colour cells, in the middle of its tab.
struct PictureView {
  let state: ConsoleState
  let path: String
  let picture: PictureState?

  /// The cells a picture may have in an area.
  static func size(in area: Rect) -> Size {
    Size(columns: max(1, area.columns - 2), rows: max(1, area.rows))
  }

  func draw(into buffer: inout CellBuffer, area: Rect) {
    switch picture {
    case .rendering?, nil:
      write("Drawing \(path)…", .textMuted, into: &buffer, area: area)
    case .failed(_, let diagnosis)?:
      write("\(diagnosis.says)\n\(diagnosis.remedy)", .warning, into: &buffer, area: area)
    case .shown(_, let cells)?:
      let left = max(0, (area.columns - cells.size.columns) / 2)
      let top = max(0, (area.rows - cells.size.rows) / 2)
      let defaults = Style(
        foreground: state.theme[.text].foreground,
        background: state.theme[.background].background)
      for row in 0..<min(cells.size.rows, area.rows) {
        buffer.copyRow(
          row, of: cells, columns: min(cells.size.columns, area.columns),
          to: Point(column: area.column + left, row: area.row + top + row), defaults: defaults)
      }
    }
  }

  private func write(
    _ text: String, _ role: ThemeRole, into buffer: inout CellBuffer, area: Rect
  ) {
    TextBlock(text, role: role).draw(
      into: &buffer, area: area.inset(columns: 1), theme: state.theme, glyphs: state.glyphs)
  }
}
