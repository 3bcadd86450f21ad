import Dispatch
import Synchronization

/// Lends threads to executors whose work may block: one while all of it is quick, more as soon as
/// something stands in the way of the others.
///
/// Threads are woken one after another and contend for the driver's locks: for calls of a few
/// microseconds that costs more than the calls.
final class BlockingCrew: Sendable {
  /// Work that takes longer stands in the way.
  static let shortTime = Duration.milliseconds(20)

  private struct State {
    /// Executors with work, first come, first served.
    var waiting: [BlockingExecutor] = []
    /// Since when each thread has been at what it does now.
    var busySince: [Int: ContinuousClock.Instant] = [:]
    var lastThread = 0

    var isHeldUp: Bool {
      let now = ContinuousClock.now
      return busySince.values.allSatisfy { now - $0 >= BlockingCrew.shortTime }
    }
  }

  private let label: String
  private let state = Mutex(State())

  init(label: String) {
    self.label = label
  }

  /// Sees to it that the executor's work is done; to be called once until it is drained.
  func serve(_ executor: BlockingExecutor) {
    let starts = state.withLock { state in
      state.waiting.append(executor)
      return state.isHeldUp
    }
    if starts { startThread() }
  }

  /// Gives each executor that waits a thread of its own; to be called when work has not been done
  /// within the short time.
  func widen() {
    let count = state.withLock(\.waiting.count)
    for _ in 0..<count { startThread() }
  }

  private func startThread() {
    let number = state.withLock { state in
      state.lastThread += 1
      state.busySince[state.lastThread] = .now
      return state.lastThread
    }
    DispatchQueue(label: label).async { self.work(number) }
  }

  private func work(_ thread: Int) {
    while let executor = next(thread) { executor.drain() }
  }

  private func next(_ thread: Int) -> BlockingExecutor? {
    state.withLock { state in
      let executor = state.waiting.isEmpty ? nil : state.waiting.removeFirst()
      state.busySince[thread] = executor.map { _ in .now }
      return executor
    }
  }
}
