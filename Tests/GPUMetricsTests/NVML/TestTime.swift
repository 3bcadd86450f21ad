import Synchronization

/// Seconds since 1970 that pass only when the test says so.
final class TestTime: Sendable {
  private let seconds = Mutex(1_700_000_000.0)

  var now: Double { seconds.withLock { $0 } }

  /// Since the test began.
  var elapsed: Duration { .seconds(now - 1_700_000_000) }

  func pass(seconds passed: Double) {
    seconds.withLock { $0 += passed }
  }
}
