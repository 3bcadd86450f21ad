@preconcurrency import Dispatch
import Foundation

/// Hears of SIGINT, SIGTERM and SIGHUP, so that runs are stopped before the process ends.
final class InterruptWatcher: Sendable {
  private let heard = HeardSignal()
  private let stream: AsyncStream<Int32>
  private let source: any DispatchSourceProtocol

  /// - Throws: `Diagnosis` when there is no pipe to be had.
  init() throws {
    let (stream, sink) = AsyncStream.makeStream(of: Int32.self)
    self.stream = stream
    let signals = try SignalPipe([SIGINT, SIGTERM, SIGHUP])
    source = signals.watch(on: DispatchQueue(label: "atelier.interrupts")) { [heard] number in
      heard.note(number)
      sink.yield(number)
    }
  }

  /// The signal that came first, if any.
  var signal: Int32? { heard.number }

  /// True when a signal has come, false when the task was cancelled before.
  func wait() async -> Bool {
    for await _ in stream { return true }
    return false
  }
}
