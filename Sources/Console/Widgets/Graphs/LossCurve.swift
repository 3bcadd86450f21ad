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
    guard !area.isEmpty else { return }
    let (legend, rest) = area.splitTop(1)
    drawLegend(into: &buffer, area: legend, theme: theme, glyphs: glyphs)
    let points = first.points + second.points
    guard let x = Self.range(of: points.map(\.x)), let y = Self.range(of: points.map(\.y)) else {
      buffer.write(
        glyphs.truncate("no values yet", to: rest.columns), column: rest.column, row: rest.row,
        style: theme[.textMuted], clip: rest)
      return
    }
    let labels = [FigureText.short(y.upperBound), FigureText.short(y.lowerBound)]
    let gutter = (labels.map { TextWidth.columns(of: $0) }.max() ?? 0) + 1
    let (upper, axis) = rest.splitBottom(rest.rows > 2 ? 1 : 0)
    let plot = upper.splitLeft(gutter).rest
    guard !plot.isEmpty else { return }
    let muted = theme[.textMuted]
    buffer.write(labels[0], column: upper.column, row: upper.row, style: muted, clip: upper)
    if upper.rows > 1 {
      buffer.write(
        labels[1], column: upper.column, row: upper.endRow - 1, style: muted, clip: upper)
    }
    drawAxis(into: &buffer, area: axis.splitLeft(gutter).rest, x: x, style: muted)
    let placing = CurvePlacing(x: x, y: y, columns: plot.columns, rows: plot.rows)
    if glyphs == .unicode {
      drawLines(into: &buffer, plot: plot, placing: placing, theme: theme)
    } else {
      drawPoints(into: &buffer, plot: plot, placing: placing, theme: theme, glyphs: glyphs)
    }
    for (series, marker, role) in kinds(glyphs) {
      guard let last = series.points.last else { continue }
      let dot = placing.dot(of: last)
      buffer.write(
        String(marker), column: plot.column + dot.across / 2, row: plot.row + dot.down / 4,
        style: theme[role], clip: plot)
    }
  }

  private func kinds(_ glyphs: GlyphSet) -> [(CurveSeries, Character, ThemeRole)] {
    [(first, glyphs.firstMarker, .seriesFirst), (second, glyphs.secondMarker, .seriesSecond)]
  }

  private func drawLegend(
    into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet
  ) {
    // A figure that is cut is another figure: without room for both there are only the names.
    let whole = legend(glyphs, withFigures: true)
    let fits = TextWidth.columns(of: whole.map(\.text).joined()) <= area.columns + 2
    StyledLine(fits ? whole : legend(glyphs, withFigures: false))
      .truncated(to: area.columns, glyphs: glyphs)
      .write(into: &buffer, column: area.column, row: area.row, clip: area, theme: theme)
  }

  private func legend(_ glyphs: GlyphSet, withFigures: Bool) -> [StyledSpan] {
    kinds(glyphs).map { series, marker, role in
      let figure = series.points.last.map { FigureText.short($0.y) } ?? "n/a"
      return StyledSpan("\(marker) \(series.name)\(withFigures ? " \(figure)" : "")  ", role)
    }
  }

  private func drawAxis(
    into buffer: inout CellBuffer, area: Rect, x: ClosedRange<Double>, style: Style
  ) {
    guard !area.isEmpty else { return }
    buffer.write(
      "\(xName) \(FigureText.short(x.lowerBound))", column: area.column, row: area.row,
      style: style, clip: area)
    let end = FigureText.short(x.upperBound)
    buffer.write(
      end, column: area.endColumn - TextWidth.columns(of: end), row: area.row, style: style,
      clip: area)
  }

  private func drawLines(
    into buffer: inout CellBuffer, plot: Rect, placing: CurvePlacing, theme: Theme
  ) {
    var both = BrailleCanvas(columns: plot.columns, rows: plot.rows)
    var whole = both
    var dashed = both
    for dot in placing.dots(of: first) {
      whole.set(across: dot.across, down: dot.down)
      both.set(across: dot.across, down: dot.down)
    }
    for (index, dot) in placing.dots(of: second).enumerated() where index % 4 < 2 {
      dashed.set(across: dot.across, down: dot.down)
      both.set(across: dot.across, down: dot.down)
    }
    for row in 0..<plot.rows {
      for column in 0..<plot.columns {
        guard let character = both.character(column: column, row: row) else { continue }
        let isFirst = whole.character(column: column, row: row) != nil
        let isSecond = dashed.character(column: column, row: row) != nil
        let role: ThemeRole =
          isFirst && isSecond ? .textStrong : isFirst ? .seriesFirst : .seriesSecond
        buffer.write(
          String(character), column: plot.column + column, row: plot.row + row,
          style: theme[role], clip: plot)
      }
    }
  }

  private func drawPoints(
    into buffer: inout CellBuffer, plot: Rect, placing: CurvePlacing, theme: Theme,
    glyphs: GlyphSet
  ) {
    for (series, marker, role) in kinds(glyphs) {
      for point in series.points {
        let dot = placing.dot(of: point)
        buffer.write(
          String(marker), column: plot.column + dot.across / 2, row: plot.row + dot.down / 4,
          style: theme[role], clip: plot)
      }
    }
  }

  private static func range(of values: [Double]) -> ClosedRange<Double>? {
    guard let least = values.min(), let greatest = values.max() else { return nil }
    return least...greatest
  }
}
