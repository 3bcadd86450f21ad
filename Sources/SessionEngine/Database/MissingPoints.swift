/// Figures of one series that could not be kept.
struct MissingPoints: Sendable, Hashable {
  struct Series: Sendable, Hashable {
    let run: RunID
    let name: String
  }

  let series: Series
  var count: Int
  /// Seconds from the run's start to the first and the last that is missing.
  var from: Double
  var to: Double

  init(_ point: MetricPoint, of run: RunID) {
    series = Series(run: run, name: point.series)
    count = 1
    from = point.seconds
    to = point.seconds
  }

  mutating func add(_ point: MetricPoint) {
    count += 1
    from = min(from, point.seconds)
    to = max(to, point.seconds)
  }

  /// Such as `3,400 points of loss between 12.0 and 45.1 s`.
  var words: String {
    "\(count) point\(count == 1 ? "" : "s") of \(series.name) between \(Self.tenths(from)) and "
      + "\(Self.tenths(to)) s"
  }

  private static func tenths(_ seconds: Double) -> String {
    "\((seconds * 10).rounded() / 10)"
  }
}
