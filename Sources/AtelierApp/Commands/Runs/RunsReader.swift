import Foundation
import SessionEngine

/// Opens the workspace's database for one subcommand.
struct RunsReader: Sendable {
  private static let queue = DispatchQueue(label: "atelier.history")
  private let opener: DatabaseOpener

  /// - Throws: `CommandFailure` when the workshop or the workspace cannot be used.
  init(_ options: SharedOptions) throws {
    let context = try AppContext(
      options: options, provider: .auto, environment: ProcessInfo.processInfo.environment)
    opener = DatabaseOpener(
      path: SessionDatabase.path(in: context.workspace.url), now: Date())
  }

  /// Reads on a queue that may block.
  /// - Throws: `Diagnosis` when there is no database or it cannot be read.
  func read<Value: Sendable>(
    _ work: @escaping @Sendable (any RunHistory) throws -> Value
  ) async throws -> Value {
    let database = try await opener.openForReading()
    let result = await Self.blocking { try work(database) }
    await database.close()
    return try result.get()
  }

  /// Finds a run, then changes it; a console that has the database open may go on writing.
  /// - Returns: The run as it was.
  func change(
    _ words: String,
    after check: @escaping @Sendable (SessionDatabase, StoredRun) throws -> Void = { _, _ in },
    then work: @Sendable (SessionDatabase, StoredRun) async throws -> Void
  ) async throws -> StoredRun {
    let database = try await opener.openForChanging()
    do {
      let run = try await Self.blocking {
        let run = try database.find(words)
        try check(database, run)
        return run
      }.get()
      try await work(database, run)
      await database.close()
      return run
    } catch {
      await database.close()
      throw error
    }
  }

  private static func blocking<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async -> Result<Value, any Error> {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: Result(catching: work)) }
    }
  }
}
