import Foundation
internal import GRDB

extension SessionDatabase: RunHistory {
  public func runs(_ filter: RunFilter) throws -> [StoredRun] {
    var conditions: [SQL] = ["TRUE"]
    if let exercise = filter.exercise { conditions.append("exercise = \(exercise)") }
    if let environment = filter.environment { conditions.append("environment = \(environment)") }
    if let batch = filter.batch { conditions.append("batch = \(batch)") }
    if filter.onlyPinned { conditions.append("pinned") }
    if filter.onlyWorkloads { conditions.append("(purpose = 'workload' OR purpose LIKE 'task:%')") }
    let condition = conditions.joined(operator: .and)
    return try pool.read { database in
      try SQLRequest<Row>(
        literal: """
          SELECT * FROM run WHERE \(condition) ORDER BY id DESC LIMIT \(filter.limit ?? -1)
          """
      ).fetchAll(database).map(Self.storedRun)
    }
  }

  public func run(_ id: RunID) throws -> StoredRun? {
    try pool.read { database in
      try Row.fetchOne(
        database, sql: "SELECT * FROM run WHERE id = ?", arguments: [id.number]
      ).map(Self.storedRun)
    }
  }

  /// What is marked as alive is so only as long as its process is.
  private static func storedRun(_ row: Row) throws -> StoredRun {
    var run = try StoredRun(row: row)
    if run.ending == .alive, !isOwnerAlive(row) { run.ending = .unknown }
    return run
  }

  public func seriesNames(of run: RunID) throws -> [String] {
    try pool.read { database in
      try String.fetchAll(
        database, sql: "SELECT name FROM series WHERE run = ? AND points > 0 ORDER BY name",
        arguments: [run.number])
    }
  }

  public func summaries(of run: RunID) throws -> [SeriesSummary] {
    try pool.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT name, points, first, last, minimum, maximum FROM series
          WHERE run = ? AND points > 0 ORDER BY name
          """, arguments: [run.number]
      ).map { row in
        SeriesSummary(
          name: row[0], count: row[1], first: row[2], last: row[3], minimum: row[4],
          maximum: row[5])
      }
    }
  }

  public func packages(of run: RunID) throws -> [StoredPackage] {
    try pool.read { database in
      let id = try Int64?.fetchOne(
        database, sql: "SELECT package_set FROM run WHERE id = ?", arguments: [run.number])
      guard case .some(.some(let id)) = id else { return [] }
      return try PackageTable.packages(inSet: id, database)
    }
  }

  public func gpuUses(of run: RunID) throws -> [GPUDeviceUse] {
    try pool.read { try GPUUseTable.uses(of: run, $0) }
  }

  public func events(of run: RunID) throws -> [SessionEvent] {
    try pool.read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM event WHERE run = ? ORDER BY id", arguments: [run.number]
      ).map(EventTable.event)
    }
  }

  public func progress(of exercise: String) throws -> ExerciseProgress {
    try pool.read { try AttemptTable.progress(of: exercise, $0) }
  }

  /// Everything that happened, the oldest first.
  /// - Parameter limit: At most so many, the newest.
  public func events(limit: Int) throws -> [SessionEvent] {
    try pool.read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM event ORDER BY id DESC LIMIT ?", arguments: [limit]
      ).map(EventTable.event).reversed()
    }
  }
}
