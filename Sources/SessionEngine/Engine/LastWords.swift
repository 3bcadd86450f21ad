import Synchronization

/// Remembers what was said last, so that the same is not said twice.
final class LastWords: Sendable {
  private let words = Mutex<String?>(nil)

  /// - Returns: Whether they are others than before.
  func change(to new: String?) -> Bool {
    words.withLock { words in
      defer { words = new }
      return words != new
    }
  }
}
