import Foundation
internal import GRDB

/// Opens a workshop's database: looks at it, sets it aside or brings it up to date, and says so.
public struct DatabaseOpener: Sendable {
  /// Opening and closing block, checking most of all.
  static let queue = DispatchQueue(label: "atelier.database.opening", attributes: .concurrent)

  let path: String
  let now: Date
  let owner: ProcessIdentity

  /// - Parameters:
  ///   - path: Where the file is or will be; see `SessionDatabase.path(in:)`.
  ///   - now: The wall clock, for the name of a file that is set aside.
  public init(path: String, now: Date) {
    self.init(path: path, now: now, owner: .current)
  }

  init(path: String, now: Date, owner: ProcessIdentity) {
    self.path = path
    self.now = now
    self.owner = owner
  }

  /// Opens the file for writing and makes it where there is none. What is damaged is never deleted
  /// but set aside; runs whose owner is gone are marked as ended in a way nobody saw.
  /// - Throws: `Diagnosis` when nothing can be kept; the file is as it was then.
  public func open() async throws -> DatabaseOpening {
    try await onQueue { try openNow() }
  }

  /// Opens the file for reading only. Of an older version it is brought up to date first.
  /// - Throws: `Diagnosis`, also when there is no file or a damaged one: nothing is set aside.
  public func openForReading() async throws -> SessionDatabase {
    try await onQueue { try openExistingNow(.reading) }
  }

  /// Opens a file that is there, to change what it says of runs. Of an older version it is brought
  /// up to date first.
  /// - Throws: As `openForReading`.
  public func openForChanging() async throws -> SessionDatabase {
    try await onQueue { try openExistingNow(.writing) }
  }

  private func onQueue<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      Self.queue.async { continuation.resume(with: Result(catching: work)) }
    }
  }

  private func openNow() throws -> DatabaseOpening {
    do {
      try FileManager.default.createDirectory(
        at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
      let turn = try openingTurn()
      defer { withExtendedLifetime(turn) {} }
      var events: [SessionEvent] = []
      var notices: [Diagnosis] = []
      var file = try DatabaseFile.inspect(path, checksPoints: true)
      var lastNumber: Int?
      if case .damaged(let reason) = file {
        let aside = try DamagedDatabase(path).setAside(now: now)
        notices.append(.setAside(path, to: aside.path, reason: reason))
        events.append(SessionEvent(time: now, kind: .setAside, text: notices[0].says))
        lastNumber = aside.lastRun
        file = .missing
      }
      try? FileManager.default.removeItem(atPath: DatabaseFile.doubt(of: path))
      for notice in try bringUpToDate(file) {
        notices.append(notice)
        events.append(SessionEvent(time: now, kind: .migrated, text: notice.says))
      }
      let database = try SessionDatabase(path: path, access: .writing, owner: owner)
      try database.beginNumbers(after: max(lastNumber ?? 0, LogNumbers.highest(beside: path)))
      try database.markAbandonedRuns()
      for event in events { try database.insert(event) }
      return DatabaseOpening(database: database, notices: notices)
    } catch let diagnosis as Diagnosis {
      throw diagnosis
    } catch {
      throw Diagnosis.unusableDatabase(path, error)
    }
  }

  private func openExistingNow(_ access: SessionDatabase.Access) throws -> SessionDatabase {
    do {
      var file = try DatabaseFile.inspect(path, checksPoints: false)
      if file == .missing { throw Diagnosis.noDatabase(path) }
      let turn: FileLock?
      if case .older = file {
        turn = try openingTurn()
        file = try DatabaseFile.inspect(path, checksPoints: false)
      } else {
        turn = nil
      }
      defer { withExtendedLifetime(turn) {} }
      if case .damaged(let reason) = file {
        throw Diagnosis.damagedDatabase(path, reason: reason)
      }
      _ = try bringUpToDate(file)
      return try SessionDatabase(path: path, access: access, owner: owner)
    } catch let diagnosis as Diagnosis {
      throw diagnosis
    } catch {
      throw Diagnosis.unusableDatabase(path, error)
    }
  }

  /// One process at a time looks, sets aside and migrates. Where the file system has no locks,
  /// SQLite's own have to do.
  /// - Throws: `Diagnosis` when another one takes longer than any migration should.
  private func openingTurn() throws -> FileLock? {
    do {
      return try FileLock(path: path + ".opening", patience: 1500)
    } catch FileLock.Refusal.taken {
      throw Diagnosis.isBeingOpened(path)
    } catch {
      return nil
    }
  }

  private func bringUpToDate(_ file: DatabaseFile) throws -> [Diagnosis] {
    switch file {
    case .newer(let version): throw Diagnosis.newerDatabase(path, version: version)
    case .foreign: throw Diagnosis.foreignDatabase(path)
    case .current, .damaged: return []
    case .missing:
      try migrate()
      return []
    case .older(let version):
      let backup: String
      do {
        backup = try DatabaseBackup(path).make(before: DatabaseSchema.version)
      } catch {
        throw Diagnosis.backupFailed(path, error)
      }
      do {
        try migrate()
      } catch {
        throw Diagnosis.migrationFailed(path, backup: backup, error)
      }
      return [.migrated(path, from: version, backup: backup)]
    }
  }

  private func migrate() throws {
    let pool = try DatabasePool(path: path, configuration: SessionDatabase.configuration(.writing))
    defer { try? pool.close() }
    try DatabaseSchema.migrator.migrate(pool)
  }
}
