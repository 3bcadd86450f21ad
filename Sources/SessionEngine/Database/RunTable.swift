internal import GRDB

/// Writes rows of runs within a transaction.
enum RunTable {
  /// Adds a run and returns its number.
  /// - Parameter id: The number it must have; nil lets the database give the next one.
  static func insert(
    _ run: StoredRun, id: RunID? = nil, owner: ProcessIdentity, _ database: Database
  ) throws -> RunID {
    var columns = try run.columns()
    columns += [
      ("id", id?.number), ("owner_process", owner.processID), ("owner_boot", owner.boot),
      ("owner_start", owner.start),
    ]
    let names = columns.map(\.name).joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    try database.cachedStatement(sql: "INSERT INTO run (\(names)) VALUES (\(places))")
      .execute(arguments: StatementArguments(columns.map(\.value)))
    return RunID(Int(database.lastInsertedRowID))
  }

  /// Replaces what is known of a run; one that has been deleted stays so.
  /// - Parameter label: Whether its name and its pin are replaced, too.
  static func update(_ run: StoredRun, label: Bool, _ database: Database) throws {
    let columns = try run.columns().filter { label || !["name", "pinned"].contains($0.name) }
    let assignments = columns.map { "\($0.name) = ?" }.joined(separator: ", ")
    try database.cachedStatement(sql: "UPDATE run SET \(assignments) WHERE id = ?")
      .execute(arguments: StatementArguments(columns.map(\.value) + [run.id.number]))
  }

  static func contains(_ run: RunID, _ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM run WHERE id = ?)"),
      arguments: [run.number]) ?? false
  }
}
