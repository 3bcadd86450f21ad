/// Lets one install after another have its turn, in the order they asked for it.
///
/// Who is cancelled while waiting leaves the queue at once.
actor InstallQueue {
  private struct Waiter {
    let ticket: Int
    let continuation: CheckedContinuation<Void, any Error>
  }

  private var isTaken = false
  private var waiters: [Waiter] = []
  private var nextTicket = 0

  /// Does the work when everybody who asked before has done theirs.
  /// - Throws: `CancellationError` when cancelled before the turn came, and what the work throws.
  func withTurn(_ work: @Sendable () async throws -> Void) async throws {
    try await takeTurn()
    defer { passOn() }
    try await work()
  }

  private func takeTurn() async throws {
    try Task.checkCancellation()
    guard isTaken else {
      isTaken = true
      return
    }
    let ticket = nextTicket
    nextTicket += 1
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation {
        (continuation: CheckedContinuation<Void, any Error>) in
        if Task.isCancelled {
          continuation.resume(throwing: CancellationError())
        } else {
          waiters.append(Waiter(ticket: ticket, continuation: continuation))
        }
      }
    } onCancel: {
      Task { await self.leave(ticket) }
    }
  }

  private func leave(_ ticket: Int) {
    guard let index = waiters.firstIndex(where: { $0.ticket == ticket }) else { return }
    waiters.remove(at: index).continuation.resume(throwing: CancellationError())
  }

  private func passOn() {
    if waiters.isEmpty {
      isTaken = false
    } else {
      waiters.removeFirst().continuation.resume()
    }
  }
}
