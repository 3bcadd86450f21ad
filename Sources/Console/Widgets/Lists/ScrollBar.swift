import TerminalCore

/// Which part of something long is shown: one column, with a thumb at least one row high.
public struct ScrollBar: Widget, Equatable {
  public var count: Int
  public var offset: Int

  public init(count: Int, offset: Int) {
    self.count = count
    self.offset = offset
  }

  /// The rows of the thumb, counted from the bar's top.
  public func thumb(rows: Int) -> Range<Int> {
    guard count > rows, rows > 0 else { return 0..<max(0, rows) }
    let length = max(1, rows * rows / count)
    let hidden = count - rows
    let start = (min(offset, hidden) * (rows - length) + hidden / 2) / hidden
    return start..<start + length
  }

  public func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet) {
    let thumb = thumb(rows: area.rows)
    for row in 0..<area.rows {
      let isThumb = thumb.contains(row)
      buffer.write(
        String(isThumb ? glyphs.scrollThumb : glyphs.scrollTrack), column: area.column,
        row: area.row + row, style: theme[isThumb ? .paneBorderFocused : .paneBorder], clip: area)
    }
  }
}
