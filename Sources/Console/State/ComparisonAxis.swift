/// What the curves of a comparison are drawn over.
public enum ComparisonAxis: String, Sendable, Hashable, CaseIterable {
  case epoch
  /// Seconds from the run's start.
  case time
  case step
}
