import Synchronization

/// Lets at most one of many alike notices be under way.
final class PendingFlag: Sendable {
  private let isRaised = Mutex(false)

  /// True when it was down before.
  func raise() -> Bool {
    isRaised.withLock { raised in
      defer { raised = true }
      return !raised
    }
  }

  func lower() {
    isRaised.withLock { $0 = false }
  }
}
