import Synchronization

/// Waits for work at most so long; the work goes on by itself where it is later.
/// - Returns: What it came to, or nil when it was not done in time.
func bounded<Value: Sendable>(
  by patience: Duration, _ clock: SamplingClock,
  _ work: @escaping @Sendable () async -> Value
) async -> Value? {
  let answer = FirstAnswer<Value>()
  Task { answer.give(await work()) }
  let timer = Task {
    guard (try? await clock.sleep(patience)) != nil else { return }
    answer.give(nil)
  }
  defer { timer.cancel() }
  return await withCheckedContinuation { answer.wait($0) }
}

/// Takes the first of several answers; the later ones are dropped.
private final class FirstAnswer<Value: Sendable>: Sendable {
  private enum State {
    case open
    case waiting(CheckedContinuation<Value?, Never>)
    case given(Value?)
    case taken
  }

  private let state = Mutex(State.open)

  func give(_ value: Value?) {
    let continuation: CheckedContinuation<Value?, Never>? = state.withLock { state in
      switch state {
      case .open: state = .given(value)
      case .waiting(let continuation):
        state = .taken
        return continuation
      case .given, .taken: break
      }
      return nil
    }
    continuation?.resume(returning: value)
  }

  func wait(_ continuation: CheckedContinuation<Value?, Never>) {
    let given: Value?? = state.withLock { state in
      if case .given(let value) = state {
        state = .taken
        return .some(value)
      }
      state = .waiting(continuation)
      return nil
    }
    if let given { continuation.resume(returning: given) }
  }
}
