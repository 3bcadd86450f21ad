import Foundation

/// What keeps what happens in a workspace: its recorder, its history, and how well they do.
public struct SessionMemory: Sendable {
  public let recorder: any RunRecorder
  /// Nil when nothing can be read.
  public let history: (any RunHistory)?
  public let status: MemoryStatus
  /// What a person should know of how it was opened.
  public let notices: [Diagnosis]
  /// How writing goes on.
  let news: AsyncStream<RecorderNews>

  /// - Parameter news: For one reader.
  init(
    recorder: any RunRecorder, history: (any RunHistory)?, status: MemoryStatus,
    notices: [Diagnosis] = [], news: AsyncStream<RecorderNews> = AsyncStream { $0.finish() }
  ) {
    self.recorder = recorder
    self.history = history
    self.status = status
    self.notices = notices
    self.news = news
  }

  /// Nothing is kept, for the reason given; runs are numbered from 1.
  public static func none(because reason: Diagnosis) -> SessionMemory {
    SessionMemory(recorder: NoRecorder(), history: nil, status: .unavailable(reason))
  }

  /// Opens the workspace's database for writing. One that cannot be had is no error: what happens
  /// is then not kept, and the status says why.
  public static func open(
    in workspace: URL, now: @escaping @Sendable () -> Date = { Date() }
  ) async -> SessionMemory {
    let path = SessionDatabase.path(in: workspace)
    let opening: DatabaseOpening
    do {
      opening = try await DatabaseOpener(path: path, now: now()).open()
    } catch {
      return .none(because: unusable(path, error))
    }
    let (news, sink) = AsyncStream.makeStream(of: RecorderNews.self)
    let recorder = await DatabaseRecorder(opening.database, now: now) { sink.yield($0) }
    return SessionMemory(
      recorder: recorder, history: opening.database, status: .kept(path),
      notices: opening.notices, news: news)
  }

  /// The same with one more thing a person should know.
  public func adding(_ notice: Diagnosis?) -> SessionMemory {
    SessionMemory(
      recorder: recorder, history: history, status: status,
      notices: notices + [notice].compactMap(\.self), news: news)
  }

  /// Opens it for looking only, because another console has the workspace.
  public static func reading(
    in workspace: URL, heldBy holder: Int32?, now: Date
  ) async -> SessionMemory {
    let path = SessionDatabase.path(in: workspace)
    let database = try? await DatabaseOpener(path: path, now: now).openForReading()
    return SessionMemory(
      recorder: NoRecorder(), history: database, status: .readOnly(heldBy: holder))
  }

  private static func unusable(_ path: String, _ error: any Error) -> Diagnosis {
    error as? Diagnosis
      ?? Diagnosis(
        says: "Nothing is kept of this session: \(path) cannot be used: \(error).",
        remedy: "Look at the file and its folder, then open the console again.")
  }
}
