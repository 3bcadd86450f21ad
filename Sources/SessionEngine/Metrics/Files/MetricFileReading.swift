/// What a look at a run's files has given.
public struct MetricFileReading: Sendable, Hashable {
  public var points: [MetricPoint] = []
  /// What was wrong with a file, in a person's words; each is told once.
  public var faults: [String] = []
  /// There is more to read at once; ask again.
  public var isBehind = false
}
