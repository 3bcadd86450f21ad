import ProcessRunner
import Synchronization
import WorkshopModel

/// Reads a run's output as data while it goes by.
public final class MetricsCollector: OutputObserver {
  /// The last lines are kept for a diagnosis when the run fails.
  private static let keptLines = 200

  private let intake: Mutex<Intake>
  private let changed: @Sendable () -> Void
  private let lineRead: (@Sendable (String) -> Void)?

  /// - Parameters:
  ///   - patterns: What the exercise declares for the workload.
  ///   - clock: Seconds from the run's start to now, never less than before. With it every figure
  ///     is kept as a point until it is taken; nil for a run whose points nobody takes.
  ///   - changed: Called after figures have changed, on the pseudo-terminal's executor.
  ///   - lineRead: Called for every whole line, likewise.
  public init(
    patterns: [MetricPattern] = [], clock: (@Sendable () -> Double)? = nil,
    changed: @escaping @Sendable () -> Void, lineRead: (@Sendable (String) -> Void)? = nil
  ) {
    self.changed = changed
    self.lineRead = lineRead
    intake = Mutex(
      Intake(
        patterns: patterns, clock: clock, keptLines: Self.keptLines, keepsText: lineRead != nil))
  }

  public var metrics: RunMetrics { intake.withLock { $0.metrics } }

  /// The last lines of output without escape sequences.
  public var recentOutput: String { intake.withLock { $0.recent.text } }

  /// Points that nobody has taken yet.
  public var waitingPoints: Int { intake.withLock { $0.points.count } }

  /// Points that were not kept, since a million were waiting already.
  public var lostPoints: Int { intake.withLock { $0.points.lost } }

  /// Hands over the points that have come since the last call, in their order, each once.
  ///
  /// It may be called from any thread; reading goes on meanwhile. After `finished()` what it gives
  /// is all there is.
  /// - Parameter limit: About so many, the oldest first: whole pieces of up to 8,192 points.
  public func takeNewPoints(about limit: Int = .max) -> [MetricPoint] {
    let (chunks, names) = intake.withLock { intake in
      (intake.points.take(about: limit), intake.reader.table.names)
    }
    return PointStore.points(chunks, names: names)
  }

  /// Patterns that had to be put aside, in a person's words; each is told once.
  public func takeFaults() -> [String] { intake.withLock { $0.reader.takeFaults() } }

  /// Takes points that were read from files the run writes: they join the summary, and wait to be
  /// taken like printed ones.
  public func add(_ points: [MetricPoint]) {
    guard !points.isEmpty else { return }
    intake.withLock { $0.add(points) }
    changed()
  }

  public func received(_ bytes: UnsafeRawBufferPointer) {
    let (hasNewFigures, lines) = intake.withLock { $0.take { $0.feed(bytes, $1) } }
    tell(hasNewFigures, lines)
  }

  public func finished() {
    let (hasNewFigures, lines) = intake.withLock { $0.take { $0.finish($1) } }
    tell(hasNewFigures, lines)
  }

  private func tell(_ hasNewFigures: Bool, _ lines: [String]) {
    if let lineRead { lines.forEach(lineRead) }
    if hasNewFigures { changed() }
  }
}
