internal import GRDB
internal import GRDBSQLite

/// Writes one point after another by SQLite's own interface.
///
/// A flood gives tens of thousands of points a second: as arguments in arrays they cost more than
/// the writing (sqlite.org/c3ref/bind_blob.html).
struct PointInsertion {
  private let database: Database
  /// Kept by the database; it is run by nobody else within a transaction.
  private let statement: Statement

  /// - Throws: `DatabaseError` when the statement cannot be made.
  init(_ database: Database) throws {
    self.database = database
    statement = try database.cachedStatement(
      sql: "INSERT INTO point (series, sequence, step, epoch, microseconds, value) "
        + "VALUES (?, ?, ?, ?, ?, ?)")
  }

  /// - Throws: `DatabaseError` with SQLite's code and words.
  func insert(_ point: MetricPoint, series: Int64, sequence: Int64) throws {
    let handle = statement.sqliteStatement
    sqlite3_bind_int64(handle, 1, series)
    sqlite3_bind_int64(handle, 2, sequence)
    if let step = point.step {
      sqlite3_bind_int64(handle, 3, Int64(step))
    } else {
      sqlite3_bind_null(handle, 3)
    }
    if let epoch = point.epoch {
      sqlite3_bind_double(handle, 4, epoch)
    } else {
      sqlite3_bind_null(handle, 4)
    }
    sqlite3_bind_int64(handle, 5, PointTable.microseconds(point.seconds))
    sqlite3_bind_double(handle, 6, point.value)
    let code = sqlite3_step(handle)
    // What is said of a failure is gone after a reset.
    let failure: DatabaseError? =
      code == SQLITE_DONE
      ? nil
      : DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: String(cString: sqlite3_errmsg(database.sqliteConnection)))
    sqlite3_reset(handle)
    if let failure { throw failure }
  }
}
