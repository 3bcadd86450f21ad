import TerminalCore

/// Something that draws itself into a rectangle of a buffer and never outside it.
public protocol Widget: Sendable {
  func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet)
}
