import Glibc
import Synchronization

/// Runs an actor, one piece of work after another, on threads of a crew, where a call into the
/// driver may block for long without holding up anything else.
final class BlockingExecutor: SerialExecutor {
  typealias Work = @Sendable () -> Void

  private struct State {
    var work: [Work] = []
    var isServed = false
    var thread: pthread_t?
  }

  private let crew: BlockingCrew
  private let state = Mutex(State())

  init(_ crew: BlockingCrew) {
    self.crew = crew
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    perform { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }

  /// Does this after what was given before.
  func perform(_ work: @escaping Work) {
    let isNew = state.withLock { state in
      state.work.append(work)
      defer { state.isServed = true }
      return !state.isServed
    }
    if isNew { crew.serve(self) }
  }

  /// Does all work there is; called by the crew.
  func drain() {
    while let work = next() { work() }
  }

  func checkIsolated() {
    let thread = state.withLock { $0.thread }
    precondition(
      thread.map { pthread_equal($0, pthread_self()) != 0 } == true,
      "called outside the executor's work")
  }

  private func next() -> Work? {
    state.withLock { state in
      guard !state.work.isEmpty else {
        state.isServed = false
        state.thread = nil
        return nil
      }
      state.thread = pthread_self()
      return state.work.removeFirst()
    }
  }
}
