/// How values become places and colours of a graph.
enum GraphScale {
  /// Where a value lies in a range, 0 to 1; nil for one that is no number.
  static func fraction(of value: Double, in range: ClosedRange<Double>) -> Double? {
    guard value.isFinite else { return nil }
    let extent = range.upperBound - range.lowerBound
    guard extent > 0 else { return 0 }
    return min(1, max(0, (value - range.lowerBound) / extent))
  }

  static func role(of fraction: Double) -> ThemeRole {
    switch fraction {
    case ..<0.6: .graphLow
    case ..<0.85: .graphMiddle
    default: .graphHigh
    }
  }
}
