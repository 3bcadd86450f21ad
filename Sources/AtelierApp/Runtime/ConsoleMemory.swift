import Foundation
import SessionEngine

/// Whether this console may write in its workspace, settled before it opens.
struct ConsoleMemory: Sendable {
  private let workspace: URL
  private let outcome: WorkspaceLock.Outcome

  /// Takes the workspace's lock: a file operation of well under a millisecond on a local disk.
  init(workspace: URL) {
    self.workspace = workspace
    outcome = WorkspaceLock.acquire(in: workspace)
  }

  /// Why nothing may be written; nil when it may.
  var readOnly: MemoryStatus? {
    guard case .taken(let holder) = outcome else { return nil }
    return .readOnly(heldBy: holder)
  }

  /// Opens the database, which may take its time.
  func open() async -> WorkshopMemory {
    await WorkshopMemory.open(workspace: workspace, role: .console(outcome))
  }
}
