/// Where the points of curves lie among the dots of a plot.
struct CurvePlacing: Sendable {
  typealias Dot = (across: Int, down: Int)

  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  /// The plot's extent in cells.
  let columns: Int
  let rows: Int

  func dot(of point: CurveSeries.Point) -> Dot {
    let across = GraphScale.fraction(of: point.x, in: x) ?? 0
    let up = GraphScale.fraction(of: point.y, in: y) ?? 0
    return (
      Int((across * Double(columns * 2 - 1)).rounded()),
      rows * 4 - 1 - Int((up * Double(rows * 4 - 1)).rounded())
    )
  }

  /// The dots of a curve, its points joined by straight lines.
  func dots(of series: CurveSeries) -> [Dot] {
    let places = series.points.map(dot)
    var dots: [Dot] = []
    for (index, place) in places.enumerated() {
      BrailleCanvas.line(from: index > 0 ? places[index - 1] : place, to: place) { across, down in
        dots.append((across, down))
      }
    }
    return dots
  }
}
