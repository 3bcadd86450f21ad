import Console
import TerminalCore

/// A widget drawn alone, as lines of text without the spaces at their ends.
func picture(
  of widget: some Widget, columns: Int, rows: Int, glyphs: GlyphSet = .unicode
) -> String {
  var buffer = CellBuffer(size: Size(columns: columns, rows: rows))
  widget.draw(into: &buffer, area: buffer.bounds, theme: .monochrome, glyphs: glyphs)
  return (0..<rows).map { row in
    String(buffer.textOfRow(row).reversed().drop { $0 == " " }.reversed())
  }.joined(separator: "\n")
}
