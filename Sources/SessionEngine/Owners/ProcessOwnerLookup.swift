import Glibc
import Synchronization

/// Asks `/proc` away from the cooperative pool, one round after another.
final class ProcessOwnerLookup: Sendable {
  private let finder: Mutex<ProcessOwnerFinder>

  init(table: any ProcessTable, session: String) {
    finder = Mutex(ProcessOwnerFinder(table: table, session: session, own: getpid()))
  }

  func owners(of processes: Set<Int32>, roots: [RunRoot], at time: Double) async -> ProcessOwners {
    guard !processes.isEmpty else { return ProcessOwners() }
    return await BlockingWork.run {
      self.finder.withLock { $0.owners(of: processes, roots: roots, at: time) }
    }
  }
}
