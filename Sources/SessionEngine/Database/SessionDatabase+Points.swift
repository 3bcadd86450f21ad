internal import GRDB

extension SessionDatabase {
  public func points(of run: RunID, series: String, limit: Int?) throws -> [MetricPoint] {
    try pool.read { database in
      let found = try Row.fetchOne(
        database, sql: "SELECT id, points FROM series WHERE run = ? AND name = ?",
        arguments: [run.number, series])
      guard let found else { return [] }
      let (id, count): (Int64, Int) = (found[0], found[1])
      let rows =
        if let limit, limit < count {
          try Self.thinned(id, count: count, limit: limit, database)
        } else {
          try Self.everyPoint(of: id, database)
        }
      return try Self.points(rows, series: series, count: min(limit ?? count, count))
    }
  }

  static func points(_ rows: RowCursor, series: String, count: Int) throws -> [MetricPoint] {
    var points: [MetricPoint] = []
    points.reserveCapacity(count)
    while let row = try rows.next() {
      points.append(
        MetricPoint(
          series: series, step: row[0], epoch: row[1],
          seconds: Double(row[2] as Int64) / 1_000_000, value: row[3]))
    }
    return points
  }

  static func everyPoint(of series: Int64, _ database: Database) throws -> RowCursor {
    try Row.fetchCursor(
      database,
      sql: "SELECT step, epoch, microseconds, value FROM point WHERE series = ? ORDER BY sequence",
      arguments: [series])
  }

  /// Looks up `limit` places by their key. Places are counted without a gap, so that arithmetic
  /// finds them: the k-th of n is k · (count - 1) / (n - 1).
  private static func thinned(
    _ series: Int64, count: Int, limit: Int, _ database: Database
  ) throws -> RowCursor {
    try Row.fetchCursor(
      database,
      sql: """
        WITH RECURSIVE place(k) AS (
          SELECT 0 UNION ALL SELECT k + 1 FROM place WHERE k + 1 < :limit
        )
        SELECT step, epoch, microseconds, value
        FROM place CROSS JOIN point
          ON series = :series AND sequence = k * (:count - 1) / max(:limit - 1, 1)
        WHERE k < :limit
        """, arguments: ["series": series, "count": count, "limit": limit])
  }
}
