import Synchronization

/// Waits until all of several have come, or until it is told not to wait any longer.
final class Gathering: Sendable {
  private struct State {
    var missing: Int
    var isOver = false
    var waiting: CheckedContinuation<Void, Never>?
  }

  private let state: Mutex<State>

  init(of count: Int) {
    state = Mutex(State(missing: count, isOver: count == 0))
  }

  func arrive() {
    end { state in
      state.missing -= 1
      return state.missing == 0
    }
  }

  func giveUp() {
    end { _ in true }
  }

  /// To be called once.
  func wait() async {
    await withCheckedContinuation { continuation in
      let isOver = state.withLock { state in
        if !state.isOver { state.waiting = continuation }
        return state.isOver
      }
      if isOver { continuation.resume() }
    }
  }

  private func end(_ isOver: (inout State) -> Bool) {
    let continuation = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard isOver(&state) else { return nil }
      state.isOver = true
      defer { state.waiting = nil }
      return state.waiting
    }
    continuation?.resume()
  }
}
