import Foundation
import Synchronization

/// What a workspace remembers, opened for one program: where runs are kept and where they are read.
public final class WorkshopMemory: Sendable {
  public enum Role: Sendable, Hashable {
    /// There is one in a workspace; the next only looks.
    case console
    /// Writes beside an open console.
    case subcommand
  }

  public let status: MemoryStatus
  /// Numbers runs in any case, and keeps them where `status` says so.
  public let recorder: any RunRecorder
  /// Nil where there is nothing to read.
  public let history: (any RunHistory)?
  /// What a person should know of the opening, such as that a damaged file was set aside.
  public let notices: [Diagnosis]
  private let database: SessionDatabase?
  private let lock: Mutex<WorkspaceLock?>

  private init(
    status: MemoryStatus, recorder: any RunRecorder, database: SessionDatabase?,
    lock: WorkspaceLock? = nil, notices: [Diagnosis] = []
  ) {
    self.status = status
    self.recorder = recorder
    self.database = database
    history = database
    self.lock = Mutex(lock)
    self.notices = notices
  }

  /// Opens what there is and never fails: where nothing can be kept, `status` says why.
  /// - Parameter tell: Called from any thread when keeping begins or ceases to fail.
  public static func open(
    workspace: URL, role: Role, now: @escaping @Sendable () -> Date,
    tell: @escaping @Sendable (RecorderNews) -> Void
  ) async -> WorkshopMemory {
    var lock: WorkspaceLock?
    var notices: [Diagnosis] = []
    if role == .console {
      switch await acquireLock(of: workspace) {
      case .held(let held): lock = held
      case .unsupported(let diagnosis): notices.append(diagnosis)
      case .taken(let holder): return await onlyLook(workspace, beside: holder, now: now())
      }
    }
    let path = SessionDatabase.path(in: workspace)
    do {
      let opening = try await DatabaseOpener(path: path, now: now()).open()
      return WorkshopMemory(
        status: .kept(path),
        recorder: await DatabaseRecorder(opening.database, now: now, tell: tell),
        database: opening.database, lock: lock, notices: notices + opening.notices)
    } catch {
      return WorkshopMemory(
        status: .unavailable(error as? Diagnosis ?? .unusableDatabase(path, error)),
        recorder: NoRecorder(after: LogNumbers.highest(beside: path)), database: nil, lock: lock,
        notices: notices)
    }
  }

  private static func onlyLook(
    _ workspace: URL, beside holder: Int32?, now: Date
  ) async -> WorkshopMemory {
    let path = SessionDatabase.path(in: workspace)
    let database = try? await DatabaseOpener(path: path, now: now).openForReading()
    return WorkshopMemory(
      status: .readOnly(heldBy: holder),
      recorder: NoRecorder(after: (try? await database?.highestRun()) ?? 0), database: database)
  }

  private static func acquireLock(of workspace: URL) async -> WorkspaceLock.Outcome {
    await withCheckedContinuation { continuation in
      DatabaseOpener.queue.async {
        continuation.resume(returning: WorkspaceLock.acquire(in: workspace))
      }
    }
  }

  /// Checks what the opening of a large file left for later; takes seconds, in the background.
  /// - Returns: Nil when nothing is wrong.
  public func check() async -> Diagnosis? {
    guard case .kept = status else { return nil }
    return await database?.checkPoints()
  }

  /// Writes what waits, closes the file and lets go of the workspace.
  public func close() async {
    await recorder.close()
    await database?.close()
    lock.withLock { $0 = nil }
  }
}
