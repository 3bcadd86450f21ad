import TerminalCore

/// Rows of which one may be selected; it is scrolled into view, and a bar at the right tells where
/// in the list the rows lie when not all are shown.
public struct ListView: Widget, Equatable {
  public var rows: [StyledLine]
  public var selected: Int?
  /// The first row shown before the selected one is scrolled into view.
  public var offset: Int
  /// Shown where there are no rows.
  public var emptyText: String

  public init(_ rows: [StyledLine], selected: Int?, offset: Int = 0, emptyText: String = "") {
    self.rows = rows
    self.selected = selected
    self.offset = offset
    self.emptyText = emptyText
  }

  /// The offset nearest to the one before that shows the selected row.
  public static func offset(
    showing selected: Int?, from offset: Int, count: Int, rows: Int
  ) -> Int {
    var first = StyledLines.clampedOffset(offset, lines: count, rows: rows)
    if let selected, rows > 0 {
      first = min(first, selected)
      first = max(first, selected - rows + 1)
    }
    return max(0, first)
  }

  public func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !rows.isEmpty else {
      TextBlock(emptyText, role: .textMuted).draw(
        into: &buffer, area: area, theme: theme, glyphs: glyphs)
      return
    }
    let needsBar = rows.count > area.rows && area.columns > 2
    let (list, bar) = area.splitRight(needsBar ? 1 : 0)
    let first = Self.offset(
      showing: selected, from: offset, count: rows.count, rows: area.rows)
    for index in 0..<min(area.rows, rows.count - first) {
      let isSelected = first + index == selected
      let row = area.row + index
      var background: Color?
      if isSelected {
        let style = theme[.selectionText]
        background = style.background
        let line = Rect(column: list.column, row: row, columns: list.columns, rows: 1)
        buffer.fill(line, with: Cell(" ", style: style))
        buffer.write(
          String(glyphs.pointer), column: list.column, row: row, style: style, clip: list)
      }
      rows[first + index].truncated(to: list.columns - 2, glyphs: glyphs).write(
        into: &buffer, column: list.column + 2, row: row, clip: list, theme: theme,
        background: background)
      if isSelected, theme[.selectionText].attributes.contains(.reverse) {
        buffer.restyle(Rect(column: list.column, row: row, columns: list.columns, rows: 1)) {
          $0.attributes.insert(.reverse)
        }
      }
    }
    if needsBar {
      ScrollBar(count: rows.count, offset: first).draw(
        into: &buffer, area: bar, theme: theme, glyphs: glyphs)
    }
  }
}
