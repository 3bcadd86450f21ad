extension ComparedRun {
  /// Series longer than this are thinned as they are read; shorter ones are complete. It is three
  /// times what a plot shows, so that thinning once more to a plot's points changes no dot.
  public static let mostPoints = 4_000

  /// A run of the database with its series and packages; blocks as the history does.
  ///
  /// Of a series with more than `mostPoints` points the smallest and largest of every stretch and
  /// the last of every whole epoch are kept, so that its first, last, best and worst values and
  /// those at the ends of epochs are exact.
  /// - Throws: What the history throws.
  public init(
    _ stored: StoredRun, from history: any RunHistory, mostPoints: Int = Self.mostPoints
  ) throws {
    var series: [String: [MetricPoint]] = [:]
    for name in try history.seriesNames(of: stored.id) {
      series[name] = try history.curve(of: stored.id, series: name, mostPoints: mostPoints)
    }
    self.init(
      id: stored.id, exercise: stored.exercise, environment: stored.environment,
      provider: stored.provider, title: stored.title, name: stored.name,
      commandLine: stored.commandLine, workingDirectory: stored.workingDirectory,
      options: stored.options, startedAt: stored.startedAt,
      standing: RunStanding(stored.ending, wasStopped: stored.wasStopped),
      seconds: stored.seconds, cpuSeconds: stored.cpuSeconds,
      peakMemoryBytes: stored.peakMemoryBytes, log: stored.log, batch: stored.batch,
      repetition: stored.repetition, facts: stored.facts,
      packages: try history.packages(of: stored.id), series: series,
      gpu: try GPUUse(history.gpuUses(of: stored.id)) ?? GPUUse(series: series))
  }
}

/// A history that thins curves itself, such as a database that need not hand out every point.
public protocol CurveHistory: RunHistory {
  /// At most so many points in the order they were read; the smallest and the largest of every
  /// stretch are among them, and the first and the last. The last points of whole epochs come on
  /// top, where they are no more than half as many.
  /// - Parameter mostPoints: At least 4; `.max` for every point.
  func thinnedCurve(of run: RunID, series: String, mostPoints: Int) throws -> [MetricPoint]
}

extension RunHistory {
  /// A series with its spikes and the ends of its epochs.
  func curve(of run: RunID, series: String, mostPoints: Int) throws -> [MetricPoint] {
    if let history = self as? any CurveHistory {
      return try history.thinnedCurve(of: run, series: series, mostPoints: mostPoints)
    }
    return CurvePlaces.thinned(
      try points(of: run, series: series, limit: nil), to: mostPoints)
  }
}
