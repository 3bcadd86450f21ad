import SessionEngine

/// The full-screen comparison: which runs, what is known, and what of it is in view.
public struct ComparisonState: Sendable, Equatable {
  public var runs: [RunID]
  /// The batch whose runs they are: repeats that are still to come join them; nil for chosen runs.
  public let batch: BatchSnapshot.ID?
  public var value: Comparison?
  /// Chosen by a person; nil for the one that says most.
  public var series: String?
  public var axis: ComparisonAxis?
  public var scroll = 0
  /// Whether the curves have the whole screen.
  public var isCurvesOnly = false
  /// When it was asked for last, by `ClockReading.uptime`.
  public var askedAt: Double
  /// Whether a run was alive when it was asked for last.
  public var wasAlive = false

  public init(runs: [RunID], batch: BatchSnapshot.ID?, askedAt: Double) {
    self.runs = runs
    self.batch = batch
    self.askedAt = askedAt
  }

  /// The series there are, in the order they came.
  public var seriesNames: [String] {
    var names: [String] = []
    for curve in value?.curves ?? [] where !names.contains(curve.series) {
      names.append(curve.series)
    }
    return names
  }

  /// The series in front.
  public var shownSeries: String? {
    let names = seriesNames
    if let series, names.contains(series) { return series }
    return names.first { $0 == "loss" } ?? names.first { $0.hasSuffix("loss") } ?? names.first
  }

  /// The axis in front: the first that the series has values over.
  public var shownAxis: ComparisonAxis {
    axis ?? ComparisonAxis.allCases.first { axis in
      curves.contains { $0.points.contains { axis.place(of: $0) != nil } }
    } ?? .epoch
  }

  /// The curves of the series in front.
  public var curves: [Comparison.Curve] {
    let name = shownSeries
    return value?.curves.filter { $0.series == name } ?? []
  }
}

extension ComparisonAxis {
  /// Where a point lies on it; nil when the run did not say.
  func place(of point: MetricPoint) -> Double? {
    switch self {
    case .epoch: point.epoch
    case .time: point.seconds
    case .step: point.step.map(Double.init)
    }
  }
}
