import TerminalCore

/// Lines that are ready for their area's width, of which some are scrolled out above it.
public struct StyledLines: Widget, Equatable {
  public var lines: [StyledLine]
  public var offset: Int

  public init(_ lines: [StyledLine], offset: Int = 0) {
    self.lines = lines
    self.offset = offset
  }

  /// An offset that leaves no empty rows below the last line.
  public static func clampedOffset(_ offset: Int, lines: Int, rows: Int) -> Int {
    min(max(0, offset), max(0, lines - rows))
  }

  public func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet) {
    let first = Self.clampedOffset(offset, lines: lines.count, rows: area.rows)
    for (index, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
      line.write(
        into: &buffer, column: area.column, row: area.row + index, clip: area, theme: theme)
    }
  }
}
