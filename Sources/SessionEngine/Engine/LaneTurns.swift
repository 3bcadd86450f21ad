/// Lets several lanes do something one after another in their order, each when it is ready for it.
///
/// Who gives up passes its turn on, too; who is cancelled while it waits goes at once.
actor LaneTurns {
  private var hasPassed: [Bool]
  private var waiters: [Int: CheckedContinuation<Void, any Error>] = [:]

  /// - Parameter count: The turns are numbered from 0.
  init(_ count: Int) {
    hasPassed = Array(repeating: false, count: count)
  }

  /// Returns when every turn before it has been passed on.
  /// - Throws: `CancellationError` when cancelled before.
  func take(_ turn: Int) async throws {
    try Task.checkCancellation()
    guard !isNext(turn) else { return }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation {
        (continuation: CheckedContinuation<Void, any Error>) in
        if Task.isCancelled {
          continuation.resume(throwing: CancellationError())
        } else {
          waiters[turn] = continuation
        }
      }
    } onCancel: {
      Task { await self.leave(turn) }
    }
  }

  func pass(_ turn: Int) {
    hasPassed[turn] = true
    for waiting in waiters.keys.sorted() where isNext(waiting) {
      waiters.removeValue(forKey: waiting)?.resume()
    }
  }

  private func isNext(_ turn: Int) -> Bool { hasPassed[..<turn].allSatisfy(\.self) }

  private func leave(_ turn: Int) {
    waiters.removeValue(forKey: turn)?.resume(throwing: CancellationError())
  }
}
