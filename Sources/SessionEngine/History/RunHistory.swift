/// Reads the runs a workshop has seen; blocks on the database, so never call it on the cooperative
/// pool.
public protocol RunHistory: Sendable {
  /// The newest first.
  func runs(_ filter: RunFilter) throws -> [StoredRun]
  func run(_ id: RunID) throws -> StoredRun?
  /// Sorted by name.
  func seriesNames(of run: RunID) throws -> [String]
  /// In the order they were read.
  /// - Parameter limit: At most so many, thinned evenly with the first and the last kept; nil for
  ///   every one.
  func points(of run: RunID, series: String, limit: Int?) throws -> [MetricPoint]
  /// The packages of the environment the run was started in; empty when they are not known.
  func packages(of run: RunID) throws -> [StoredPackage]
  /// Every series in short, sorted by name.
  func summaries(of run: RunID) throws -> [SeriesSummary]
  /// What it used of GPUs, sorted by device; empty when it was on none, or that is not known.
  func gpuUses(of run: RunID) throws -> [GPUDeviceUse]
  /// What happened in or to the run, the oldest first.
  func events(of run: RunID) throws -> [SessionEvent]
  /// What was done with an exercise so far; of one nobody has begun, nothing.
  func progress(of exercise: String) throws -> ExerciseProgress
}

extension RunHistory {
  public func summaries(of run: RunID) throws -> [SeriesSummary] {
    try seriesNames(of: run).compactMap { name in
      let values = try points(of: run, series: name, limit: nil).map(\.value)
      guard let first = values.first, let last = values.last else { return nil }
      return SeriesSummary(
        name: name, count: values.count, first: first, last: last,
        minimum: values.min() ?? first, maximum: values.max() ?? first)
    }
  }

  public func gpuUses(of run: RunID) throws -> [GPUDeviceUse] { [] }

  public func events(of run: RunID) throws -> [SessionEvent] { [] }

  public func progress(of exercise: String) throws -> ExerciseProgress {
    ExerciseProgress(exercise: exercise)
  }
}
