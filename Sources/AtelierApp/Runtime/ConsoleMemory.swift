import Foundation
import SessionEngine

/// Whether this console may write in its workspace, settled before it opens.
struct ConsoleMemory: Sendable {
  /// Why nothing may be written; nil when it may.
  let readOnly: MemoryStatus?
  private let workspace: URL
  /// Held for as long as the console is open.
  private let lock: WorkspaceLock?
  private let notice: Diagnosis?

  /// Takes the workspace's lock: a file operation of well under a millisecond on a local disk.
  init(workspace: URL) {
    self.workspace = workspace
    switch WorkspaceLock.acquire(in: workspace) {
    case .held(let lock):
      self.lock = lock
      readOnly = nil
      notice = nil
    case .taken(let holder):
      lock = nil
      readOnly = .readOnly(heldBy: holder)
      notice = nil
    case .unsupported(let diagnosis):
      lock = nil
      readOnly = nil
      notice = diagnosis
    }
  }

  /// Opens the database, which may take its time.
  func open() async -> SessionMemory {
    if case .readOnly(let holder)? = readOnly {
      return await .reading(in: workspace, heldBy: holder, now: Date())
    }
    return await SessionMemory.open(in: workspace).adding(notice)
  }
}
