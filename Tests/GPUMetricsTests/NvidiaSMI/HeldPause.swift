import GPUMetrics
import Synchronization

/// A clock that stands still, whose waits of a second and more last until the test ends them; later
/// ones are real.
final class HeldPause: Sendable {
  private struct State {
    var isOver = false
    var sleepers: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  var clock: SamplingClock {
    SamplingClock(
      now: { .zero },
      sleep: { duration in
        let isOver = self.state.withLock(\.isOver)
        guard duration >= .seconds(1), !isOver else { return try await Task.sleep(for: duration) }
        await withCheckedContinuation { continuation in
          let isOver = self.state.withLock { state in
            if !state.isOver { state.sleepers.append(continuation) }
            return state.isOver
          }
          if isOver { continuation.resume() }
        }
        try Task.checkCancellation()
      })
  }

  /// Ends all waits that are under way.
  func end() {
    let sleepers = state.withLock { state in
      state.isOver = true
      defer { state.sleepers = [] }
      return state.sleepers
    }
    for sleeper in sleepers { sleeper.resume() }
  }
}
