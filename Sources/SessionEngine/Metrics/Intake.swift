import WorkshopModel

/// What a collector holds of one run: the line being read, its figures, its points, its last lines.
struct Intake: Sendable {
  var metrics = RunMetrics()
  var points = PointStore()
  var recent: RecentLines
  var reader: OutputReader
  private var splitter = LineSplitter()
  private var figures = LineFigures()
  private let clock: (@Sendable () -> Double)?
  private let keepsText: Bool

  init(
    patterns: [MetricPattern], clock: (@Sendable () -> Double)?, keptLines: Int, keepsText: Bool
  ) {
    recent = RecentLines(limit: keptLines)
    reader = OutputReader(patterns: patterns)
    self.clock = clock
    self.keepsText = keepsText
  }

  typealias LineTaker = (UnsafeBufferPointer<UInt8>, LineEnding) -> Void

  /// Reads the lines that the splitter gives; answers whether there are new figures, and the whole
  /// lines where somebody wants them.
  mutating func take(
    _ feed: (inout LineSplitter, LineTaker) -> Void
  ) -> (hasNewFigures: Bool, lines: [String]) {
    // Moved out and back, so that a line can be read while the splitter gives it.
    var splitter = LineSplitter()
    swap(&splitter, &self.splitter)
    defer { swap(&splitter, &self.splitter) }
    let seconds = clock?()
    var hasNewFigures = false
    var lines: [String] = []
    feed(&splitter) { line, ending in
      if read(line, seconds) { hasNewFigures = true }
      if ending == .newline {
        recent.append(line)
        if keepsText { lines.append(String(decoding: line, as: UTF8.self)) }
      }
    }
    splitter.withPending { line in
      guard !line.isEmpty, let bar = OutputReader.pendingBar(line), bar != metrics.bar else {
        return
      }
      metrics.bar = bar
      hasNewFigures = true
    }
    return (hasNewFigures, lines)
  }

  private mutating func read(_ line: UnsafeBufferPointer<UInt8>, _ seconds: Double?) -> Bool {
    guard reader.read(line, context: &metrics.context, clock: clock, into: &figures) else {
      return false
    }
    let place = metrics.context.place(of: figures)
    metrics.take(figures, at: place, reader.table)
    if let seconds, figures.givesPoints, !figures.values.isEmpty {
      points.append(figures.values, step: place.step, epoch: place.epochsDone, seconds: seconds)
    }
    return true
  }

  /// Takes points that were read from a file.
  mutating func add(_ added: [MetricPoint]) {
    for point in added {
      guard let series = reader.table.series(point.series) else { continue }
      metrics.take(point, series: series, reader.table)
      guard clock != nil else { continue }
      points.append(
        [.init(series: series, value: point.value)], step: point.step, epoch: point.epoch,
        seconds: point.seconds)
    }
  }
}
