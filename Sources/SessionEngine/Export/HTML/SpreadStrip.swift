/// A figure's sides on one line each: a dot at the median, a bar from smallest to largest.
struct SpreadStrip {
  private static let width = 132.0
  private static let rowHeight = 11.0
  private static let margin = 7.0
  private let figure: Comparison.Figure

  init(_ figure: Comparison.Figure) {
    self.figure = figure
  }

  /// The figures beside it say the same in words: to a screen reader it is decoration.
  var svg: String {
    let spreads = figure.values.compactMap(\.self)
    guard let low = spreads.map(\.minimum).min(), let high = spreads.map(\.maximum).max() else {
      return ""
    }
    // From zero, so that lengths are true; a figure that is hardly above it keeps its place.
    let start = min(0, low)
    let range = high > start ? high - start : 1
    func place(_ value: Double) -> String {
      SVGPlot.coordinate(
        Self.margin + (value - start) / range * (Self.width - 2 * Self.margin))
    }
    let rows = figure.values.enumerated().map { side, spread -> String in
      let y = SVGPlot.coordinate(Self.rowHeight * (Double(side) + 0.5))
      let ground =
        "<line class=\"ground\" x1=\"\(place(start))\" x2=\"\(place(high))\" "
        + "y1=\"\(y)\" y2=\"\(y)\"/>"
      guard let spread else { return ground }
      return ground
        + "<line class=\"bar s\(side)\" x1=\"\(place(spread.minimum))\" "
        + "x2=\"\(place(spread.maximum))\" y1=\"\(y)\" y2=\"\(y)\"/>"
        + "<circle class=\"dot s\(side)\" cx=\"\(place(spread.median))\" cy=\"\(y)\" r=\"3.5\"/>"
    }
    let height = Self.rowHeight * Double(figure.values.count)
    return "<svg class=\"spread\" aria-hidden=\"true\" viewBox=\"0 0 \(Int(Self.width)) "
      + "\(Int(height))\" width=\"\(Int(Self.width))\" height=\"\(Int(height))\">"
      + rows.joined() + "</svg>"
  }
}
