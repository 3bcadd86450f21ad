import TerminalCore

/// Lines from where they are scrolled to, cut to the area; where they do not all fit, the last row
/// says how many are left out.
public struct ScrolledLines: Widget, Equatable {
  public var lines: [StyledLine]
  public var offset: Int

  public init(_ lines: [StyledLine], offset: Int) {
    self.lines = lines
    self.offset = offset
  }

  /// How far so many lines can be scrolled in so many rows; one of those tells of the rest.
  public static func mostOffset(lines: Int, rows: Int) -> Int {
    lines <= rows ? 0 : lines - rows + 1
  }

  public func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet) {
    let lines = lines.map { $0.truncated(to: area.columns, glyphs: glyphs) }
    guard lines.count > area.rows, area.rows > 1 else {
      return StyledLines(lines).draw(into: &buffer, area: area, theme: theme, glyphs: glyphs)
    }
    let (body, foot) = area.splitBottom(1)
    let first = StyledLines.clampedOffset(offset, lines: lines.count, rows: body.rows)
    StyledLines(lines, offset: first).draw(
      into: &buffer, area: body, theme: theme, glyphs: glyphs)
    let below = lines.count - first - body.rows
    let parts = [first > 0 ? "\(first) lines above" : "", below > 0 ? "\(below) more below" : ""]
    let words = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    buffer.write(
      glyphs.truncate("↑↓ \(words)", to: foot.columns), column: foot.column, row: foot.row,
      style: theme[.textMuted], clip: foot)
  }
}
