import Synchronization

/// How far a lane has come, to be read while it is in the middle of a call.
final class NVMLProgress<Result: Sendable>: Sendable {
  struct View: Sendable {
    /// What the newest finished round came to.
    var result: Result?
    /// That round's number; 0 before the first.
    var round: Int
    /// The call under way and for how long, when there is one.
    var call: (figure: String, time: Duration)?
  }

  private struct State {
    var isBusy = false
    var result: Result?
    var round = 0
    var call: (figure: String, since: Duration)?
  }

  private let state = Mutex(State())
  private let clock: SamplingClock

  init(clock: SamplingClock) {
    self.clock = clock
  }

  /// Takes the lane for a round.
  /// - Returns: False when an earlier round is still under way.
  func begin() -> Bool {
    state.withLock { state in
      if state.isBusy { return false }
      state.isBusy = true
      return true
    }
  }

  /// The next call is for this figure.
  func calls(_ figure: String) {
    let now = clock.now()
    state.withLock { $0.call = (figure, now) }
  }

  /// What is known in the middle of a round.
  func publish(_ result: Result) {
    state.withLock { $0.result = result }
  }

  func end(_ result: Result, round: Int) {
    state.withLock { state in
      state.isBusy = false
      state.call = nil
      state.result = result
      state.round = round
    }
  }

  var isBusy: Bool { state.withLock(\.isBusy) }

  var view: View {
    let now = clock.now()
    return state.withLock { state in
      View(
        result: state.result, round: state.round,
        call: state.call.map { ($0.figure, now - $0.since) })
    }
  }
}
