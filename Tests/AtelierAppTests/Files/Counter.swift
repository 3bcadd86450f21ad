import Synchronization

/// Counts calls from anywhere.
final class Counter: Sendable {
  private let count = Mutex(0)

  /// 0 at the first call, then one more each time.
  func next() -> Int {
    count.withLock { count in
      defer { count += 1 }
      return count
    }
  }
}
