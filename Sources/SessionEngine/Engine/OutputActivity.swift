import ProcessRunner
import Synchronization

/// Counts the pieces of output of a run, to tell when it pauses.
final class OutputActivity: OutputObserver {
  private let pieces = Atomic(0)

  var count: Int { pieces.load(ordering: .relaxed) }

  func received(_ bytes: UnsafeRawBufferPointer) {
    pieces.add(1, ordering: .relaxed)
  }

  func finished() {}
}
