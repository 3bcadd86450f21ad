/// What a curve is drawn over.
public enum CurveAxis: String, Sendable, Hashable, CaseIterable, Codable {
  case epoch
  case step
  /// From the run's start.
  case seconds

  /// Where a point stands; nil when the run did not say.
  public func place(of point: MetricPoint) -> Double? {
    let value: Double? =
      switch self {
      case .epoch: point.epoch
      case .step: point.step.map { Double($0) }
      case .seconds: point.seconds >= 0 ? point.seconds : nil
      }
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  public var words: String {
    switch self {
    case .epoch: "epoch"
    case .step: "step"
    case .seconds: "seconds from the start"
    }
  }
}
