import TerminalCore

/// Two curves over the same axis: the first a whole line, the second a dashed one, each with its
/// own marker at its last point and in the legend, so that they can be told apart without colour.
public struct LossCurve: Widget, Equatable {
  public var first: CurveSeries
  public var second: CurveSeries
  /// What x counts, such as "epoch".
  public var xName: String

  public init(first: CurveSeries, second: CurveSeries, xName: String) {
    self.first = first
    self.second = second
    self.xName = xName
  }

  public func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet) {
    let sides = [first, second].map { series in
      CurvePlot.Side(
        name: series.name, curves: [series],
        figure: series.points.last.map { FigureText.short($0.y) } ?? "n/a")
    }
    CurvePlot(sides: sides, xName: xName).draw(
      into: &buffer, area: area, theme: theme, glyphs: glyphs)
  }
}
