import GPUMetrics
import Synchronization
import TestSupport

/// A clock that moves only when the test moves it.
final class ManualClock: Sendable {
  private struct State {
    var now: Duration = .zero
    var sleepers: [(until: Duration, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state = Mutex(State())

  var sampling: SamplingClock {
    SamplingClock(
      now: { self.state.withLock(\.now) },
      sleep: { duration in
        await withCheckedContinuation { continuation in
          self.state.withLock { $0.sleepers.append(($0.now + duration, continuation)) }
        }
        try Task.checkCancellation()
      })
  }

  /// Waits until somebody sleeps, then lets the time pass and wakes whom it is over for.
  func advance(by duration: Duration) async throws {
    try await waitUntil("somebody sleeps") { self.state.withLock { !$0.sleepers.isEmpty } }
    let woken = state.withLock { state in
      state.now += duration
      let now = state.now
      let woken = state.sleepers.filter { $0.until <= now }
      state.sleepers.removeAll { $0.until <= now }
      return woken.map(\.continuation)
    }
    for continuation in woken { continuation.resume() }
  }
}
