import TerminalCore

/// Text that is wrapped to its area and can be scrolled.
public struct TextBlock: Widget, Equatable {
  public var text: String
  public var role: ThemeRole
  /// Lines scrolled out above the area.
  public var offset: Int

  public init(_ text: String, role: ThemeRole = .text, offset: Int = 0) {
    self.text = text
    self.role = role
    self.offset = offset
  }

  public func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet) {
    let lines = TextWrapping.lines(of: text, columns: area.columns).map { StyledLine($0, role) }
    let first = StyledLines.clampedOffset(offset, lines: lines.count, rows: area.rows)
    let shown = StyledLine.fitting(
      Array(lines.dropFirst(first)), rows: area.rows, columns: area.columns, glyphs: glyphs)
    StyledLines(shown).draw(into: &buffer, area: area, theme: theme, glyphs: glyphs)
  }
}
