import TerminalCore

/// The newest values as one row of bars, the last at the right; a missing value is a gap.
public struct Sparkline: Widget, Equatable {
  public var values: [Double?]
  public var range: ClosedRange<Double>

  public init(_ values: [Double?], range: ClosedRange<Double>) {
    self.values = values
    self.range = range
  }

  public func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty else { return }
    let heights = glyphs.heights
    let newest = values.suffix(area.columns)
    for (index, value) in newest.enumerated() {
      let column = area.endColumn - newest.count + index
      guard let value, let fraction = GraphScale.fraction(of: value, in: range) else {
        buffer.write(
          String(glyphs.gap), column: column, row: area.row, style: theme[.graphEmpty], clip: area)
        continue
      }
      let step = min(heights.count - 1, Int(fraction * Double(heights.count)))
      buffer.write(
        String(heights[step]), column: column, row: area.row,
        style: theme[GraphScale.role(of: fraction)], clip: area)
    }
  }
}
