import Synchronization

/// The number of the signal that came first, if any.
final class HeardSignal: Sendable {
  private let first = Mutex<Int32?>(nil)

  var number: Int32? { first.withLock { $0 } }

  func note(_ number: Int32) {
    first.withLock { $0 = $0 ?? number }
  }
}
