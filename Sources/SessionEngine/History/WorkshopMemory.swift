import Foundation
import Synchronization

/// What a workspace remembers, opened for one program: where runs are kept and where they are read.
public final class WorkshopMemory: Sendable {
  public enum Role: Sendable {
    /// There is one in a workspace, which has the lock; the next only looks.
    case console(WorkspaceLock.Outcome)
    /// Writes beside an open console.
    case subcommand
    /// Only looks, and makes nothing.
    case reader
  }

  public let status: MemoryStatus
  /// Numbers runs in any case, and keeps them where `status` says so.
  public let recorder: any RunRecorder
  /// Nil where there is nothing to read.
  public let history: (any RunHistory)?
  /// What a person should know of the opening, such as that a damaged file was set aside.
  public let notices: [Diagnosis]
  /// When keeping begins or ceases to fail; ends when it is closed. One reader.
  public let news: AsyncStream<RecorderNews>
  private let database: SessionDatabase?
  private let lock: Mutex<WorkspaceLock?>

  private init(
    status: MemoryStatus, recorder: any RunRecorder, database: SessionDatabase?,
    lock: WorkspaceLock? = nil, notices: [Diagnosis] = [],
    news: AsyncStream<RecorderNews> = AsyncStream { $0.finish() }
  ) {
    self.status = status
    self.recorder = recorder
    self.database = database
    history = database
    self.lock = Mutex(lock)
    self.notices = notices
    self.news = news
  }

  /// Keeps nothing, because nobody has asked for it: runs are numbered from 1.
  public static func keepingNothing() -> WorkshopMemory {
    WorkshopMemory(
      status: .unavailable(
        Diagnosis(
          says: "Nothing is kept of this session.",
          remedy: "Open the workspace with its database.")), recorder: NoRecorder(), database: nil)
  }

  /// Opens what there is and never fails: where nothing can be kept, `status` says why.
  public static func open(
    workspace: URL, role: Role, now: @escaping @Sendable () -> Date = { Date() }
  ) async -> WorkshopMemory {
    if case .reader = role { return await onlyLook(workspace, beside: nil, now: now()) }
    var lock: WorkspaceLock?
    var notices: [Diagnosis] = []
    if case .console(let outcome) = role {
      switch outcome {
      case .held(let held): lock = held
      case .unsupported(let diagnosis): notices.append(diagnosis)
      case .taken(let holder): return await onlyLook(workspace, beside: holder, now: now())
      }
    }
    let path = SessionDatabase.path(in: workspace)
    let (news, sink) = AsyncStream.makeStream(of: RecorderNews.self)
    do {
      let opening = try await DatabaseOpener(path: path, now: now()).open()
      return WorkshopMemory(
        status: .kept(path),
        recorder: await DatabaseRecorder(opening.database, now: now) { sink.yield($0) },
        database: opening.database, lock: lock, notices: notices + opening.notices,
        news: news)
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

  /// Checks what the opening of a large file left for later, and makes what long series of an older
  /// version lack to be compared quickly; takes seconds, in the background.
  /// - Returns: Nil when nothing is wrong.
  public func check() async -> Diagnosis? {
    guard case .kept = status else { return nil }
    if let fault = await database?.checkPoints() { return fault }
    try? await database?.completeStretches()
    return nil
  }

  /// Writes what waits, closes the file and lets go of the workspace.
  public func close() async {
    await recorder.close()
    await database?.close()
    lock.withLock { $0 = nil }
  }
}
