/// What is meant by a run's speed everywhere: the median over its epochs, so that the first one,
/// which compiles, is no more than one of them. A run that names no epochs gives the median of all
/// it said.
public enum MedianSpeed {
  /// In the unit of the points; nil without any.
  /// - Parameter last: The last epoch that counts.
  static func of(_ points: [MetricPoint], upTo last: Int = .max) -> Double? {
    let epochs = ComparedRun.epochValues(in: points)
    if epochs.isEmpty { return Spread(points.map(\.value))?.median }
    return Spread(epochs.filter { $0.epoch <= last }.map(\.value))?.median
  }

  /// Images a second of a run that is kept; nil when it gave none. Blocks as the history does.
  /// - Parameter summaries: The run's series in short: of one with a single point nothing is read.
  public static func of(
    _ run: RunID, summaries: [SeriesSummary], in history: any RunHistory
  ) throws -> Double? {
    let found = ComparedSeries.speeds.lazy.compactMap { name in
      summaries.first { $0.name == name }
    }.first
    guard let found else { return nil }
    guard found.count > 1 else { return found.last }
    return of(
      try history.curve(of: run, series: found.name, mostPoints: ComparedRun.mostPoints))
  }
}

extension RunMetrics {
  /// The median over the epochs that are finished; before the first one has ended, what was said
  /// last. Nil when it said nothing.
  public var medianImagesPerSecond: Double? {
    Spread(epochs.compactMap(\.imagesPerSecond))?.median ?? imagesPerSecond
  }
}
