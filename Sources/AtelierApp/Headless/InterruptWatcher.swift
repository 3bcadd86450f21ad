@preconcurrency import Dispatch
import Foundation

/// Hears of SIGINT, SIGTERM and SIGHUP, so that runs are stopped before the process ends.
final class InterruptWatcher: Sendable {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private let heard = HeardSignal()
  private let stream: AsyncStream<Int32>
  private let sources: [any DispatchSourceSignal]

  init() {
    let (stream, sink) = AsyncStream.makeStream(of: Int32.self)
    self.stream = stream
    let queue = DispatchQueue(label: "atelier.interrupts")
    sources = Self.signals.map { number in
      // The default action would end the process before the source hears of the signal.
      Foundation.signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: queue)
    }
    for (source, number) in zip(sources, Self.signals) {
      source.setEventHandler { [heard] in
        heard.note(number)
        sink.yield(number)
      }
      source.activate()
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
