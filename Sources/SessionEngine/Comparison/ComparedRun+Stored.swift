extension ComparedRun {
  /// Series longer than this are thinned as they are read; shorter ones are complete.
  public static let mostPoints = 50_000

  /// A run of the database with its series and packages; blocks as the history does.
  ///
  /// Of a series with more than `mostPoints` points the smallest and largest of every stretch are
  /// kept, so that its first, last, best and worst values are exact.
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
      gpu: GPUUse(series: series))
  }
}

/// A history that thins curves itself, such as a database that need not hand out every point.
public protocol CurveHistory: RunHistory {
  /// At most about so many points in the order they were read; the smallest and the largest of
  /// every stretch are among them, and the first and the last.
  func thinnedCurve(of run: RunID, series: String, mostPoints: Int) throws -> [MetricPoint]
}

extension RunHistory {
  /// A series with its spikes, at most about `mostPoints` points.
  func curve(of run: RunID, series: String, mostPoints: Int) throws -> [MetricPoint] {
    if let history = self as? any CurveHistory {
      return try history.thinnedCurve(of: run, series: series, mostPoints: mostPoints)
    }
    return CurveThinning.thinned(
      try points(of: run, series: series, limit: nil), to: mostPoints)
  }
}
