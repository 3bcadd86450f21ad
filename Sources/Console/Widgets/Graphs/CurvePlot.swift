import TerminalCore

/// Curves of up to four sides over the same axis; repeats of a side share its pattern and marker.
public struct CurvePlot: Widget, Equatable {
  public struct Side: Sendable, Equatable {
    public var name: String
    public var curves: [CurveSeries]
    /// What the legend says beside the name, such as the last value; empty for nothing.
    public var figure: String

    public init(name: String, curves: [CurveSeries], figure: String = "") {
      self.name = name
      self.curves = curves
      self.figure = figure
    }
  }

  public var sides: [Side]
  /// What x counts, such as "epoch".
  public var xName: String
  /// What stands in place of curves where there are none.
  public var emptyText: String

  public init(sides: [Side], xName: String, emptyText: String = "no values yet") {
    self.sides = sides
    self.xName = xName
    self.emptyText = emptyText
  }

  public func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty else { return }
    let (legend, rest) = area.splitTop(1)
    drawLegend(into: &buffer, area: legend, theme: theme, glyphs: glyphs)
    let points = sides.flatMap { $0.curves.flatMap(\.points) }
    guard let x = Self.range(of: points.map(\.x)), let y = Self.range(of: points.map(\.y)) else {
      TextBlock(emptyText, role: .textMuted).draw(
        into: &buffer, area: rest, theme: theme, glyphs: glyphs)
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
    for (index, side) in sides.enumerated() {
      let style = CurveStyle(side: index, glyphs: glyphs)
      for last in side.curves.compactMap(\.points.last) {
        put(style.marker, at: placing.dot(of: last), into: &buffer, plot, theme[style.role])
      }
    }
  }

  private func put(
    _ character: Character, at dot: CurvePlacing.Dot, into buffer: inout CellBuffer, _ plot: Rect,
    _ style: Style
  ) {
    buffer.write(
      String(character), column: plot.column + dot.across / 2, row: plot.row + dot.down / 4,
      style: style, clip: plot)
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
    sides.enumerated().map { index, side in
      let style = CurveStyle(side: index, glyphs: glyphs)
      let figure = withFigures && !side.figure.isEmpty ? " \(side.figure)" : ""
      return StyledSpan("\(style.marker) \(side.name)\(figure)  ", style.role)
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
    var all = BrailleCanvas(columns: plot.columns, rows: plot.rows)
    let styles = sides.indices.map { CurveStyle(side: $0, glyphs: .unicode) }
    let canvases = sides.enumerated().map { index, side in
      var canvas = BrailleCanvas(columns: plot.columns, rows: plot.rows)
      for curve in side.curves {
        for (place, dot) in placing.dots(of: curve).enumerated()
        where styles[index].draws(dot: place) {
          canvas.set(across: dot.across, down: dot.down)
          all.set(across: dot.across, down: dot.down)
        }
      }
      return canvas
    }
    for row in 0..<plot.rows {
      for column in 0..<plot.columns {
        guard let character = all.character(column: column, row: row) else { continue }
        let there = canvases.indices.filter {
          canvases[$0].character(column: column, row: row) != nil
        }
        let role = there.count == 1 ? styles[there[0]].role : .textStrong
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
    for (index, side) in sides.enumerated() {
      let style = CurveStyle(side: index, glyphs: glyphs)
      for point in side.curves.flatMap(\.points) {
        put(style.marker, at: placing.dot(of: point), into: &buffer, plot, theme[style.role])
      }
    }
  }

  private static func range(of values: [Double]) -> ClosedRange<Double>? {
    guard let least = values.min(), let greatest = values.max() else { return nil }
    return least...greatest
  }
}
