import ProcessRunner
import Synchronization

/// Reads a run's output as data while it goes by.
public final class MetricsCollector: OutputObserver {
  private struct Contents: Sendable {
    var splitter = LineSplitter()
    var metrics = RunMetrics()
    var recentLines: [String] = []
  }

  /// The last lines are kept for a diagnosis when the run fails.
  private static let keptLines = 200
  private let contents = Mutex(Contents())
  private let changed: @Sendable () -> Void
  private let lineRead: (@Sendable (String) -> Void)?

  /// - Parameters:
  ///   - changed: Called after figures have changed, on the pseudo-terminal's executor.
  ///   - lineRead: Called for every whole line, likewise.
  public init(
    changed: @escaping @Sendable () -> Void, lineRead: (@Sendable (String) -> Void)? = nil
  ) {
    self.changed = changed
    self.lineRead = lineRead
  }

  public var metrics: RunMetrics { contents.withLock { $0.metrics } }

  /// The last lines of output without escape sequences.
  public var recentOutput: String {
    contents.withLock { $0.recentLines.joined(separator: "\n") }
  }

  public func received(_ bytes: UnsafeRawBufferPointer) {
    take { splitter, completed in splitter.feed(bytes, completed) }
  }

  public func finished() {
    take { splitter, completed in splitter.finish(completed) }
  }

  private func take(_ feed: (inout LineSplitter, (String) -> Void) -> Void) {
    var lines: [String] = []
    let hasNewFigures = contents.withLock { contents in
      feed(&contents.splitter) { lines.append($0) }
      var hasNewFigures = false
      for line in lines where contents.metrics.read(line) { hasNewFigures = true }
      contents.recentLines.append(contentsOf: lines.suffix(Self.keptLines))
      if contents.recentLines.count > Self.keptLines {
        contents.recentLines.removeFirst(contents.recentLines.count - Self.keptLines)
      }
      return hasNewFigures
    }
    if let lineRead { lines.forEach(lineRead) }
    if hasNewFigures { changed() }
  }
}
