internal import GRDB

extension SessionDatabase {
  /// Marks the runs whose process is gone and that have no end.
  func markAbandonedRuns() throws {
    try pool.write { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT DISTINCT owner_process, owner_boot, owner_start FROM run WHERE ending = 'alive'
          """)
      for row in rows where !Self.isOwnerAlive(row) {
        try database.execute(
          sql: """
            UPDATE run SET ending = 'unknown'
            WHERE ending = 'alive'
              AND owner_process IS ? AND owner_boot IS ? AND owner_start IS ?
            """, arguments: [row[0] as Int32?, row[1] as String?, row[2] as Int64?])
      }
    }
  }

  static func isOwnerAlive(_ row: Row) -> Bool {
    guard let process = row["owner_process"] as Int32?, let boot = row["owner_boot"] as String?,
      let start = row["owner_start"] as Int64?
    else { return false }
    return ProcessIdentity(processID: process, boot: boot, start: start).isAlive
  }

  /// Lets the first run of a file that has had none have the number after this one.
  func beginNumbers(after last: Int) throws {
    guard last > 0 else { return }
    try pool.write { database in
      let known = try Int.fetchOne(
        database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'run'")
      if known == nil {
        try database.execute(
          sql: "INSERT INTO sqlite_sequence (name, seq) VALUES ('run', ?)", arguments: [last])
      }
    }
  }
}
