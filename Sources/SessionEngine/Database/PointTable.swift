internal import GRDB
internal import GRDBSQLite

/// Writes points of series within a transaction, and keeps each series' count, bounds and stretches
/// with them.
enum PointTable {
  private struct Series {
    let id: Int64
    var count: Int
    var first: Double?
    var last: Double?
    var minimum: Double?
    var maximum: Double?
    var stretches = 0
    /// As many as it had before.
    let begun: Int
  }

  /// Appends in the order given. Figures that are not finite are left out: no curve could show them.
  /// - Throws: `DatabaseError`, also when there is no such run.
  static func append(_ points: [MetricPoint], to run: RunID, _ database: Database) throws {
    let insert = try PointInsertion(database)
    var known: [String: Series] = [:]
    for point in points where point.value.isFinite {
      var series = try known[point.series] ?? find(point.series, of: run, database)
      try insert.insert(point, series: series.id, sequence: Int64(series.count))
      series.count += 1
      series.first = series.first ?? point.value
      series.last = point.value
      series.minimum = min(series.minimum ?? point.value, point.value)
      series.maximum = max(series.maximum ?? point.value, point.value)
      known[point.series] = series
    }
    let update = try database.cachedStatement(
      sql: "UPDATE series SET points = ?, first = ?, last = ?, minimum = ?, maximum = ?, "
        + "stretches = ? WHERE id = ?")
    for var series in known.values {
      series.stretches = try StretchTable.complete(
        series.id, from: series.stretches, points: series.count,
        most: StretchTable.most + (series.count - series.begun) / CurvePlaces.stretch, database)
      try update.execute(arguments: [
        series.count, series.first, series.last, series.minimum, series.maximum,
        series.stretches, series.id,
      ])
    }
  }

  private static func find(
    _ name: String, of run: RunID, _ database: Database
  ) throws -> Series {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT id, points, first, last, minimum, maximum, stretches FROM series "
          + "WHERE run = ? AND name = ?"), arguments: [run.number, name])
    if let row {
      return Series(
        id: row[0], count: row[1], first: row[2], last: row[3], minimum: row[4], maximum: row[5],
        stretches: row[6], begun: row[1])
    }
    try database.execute(
      sql: "INSERT INTO series (run, name) VALUES (?, ?)", arguments: [run.number, name])
    return Series(id: database.lastInsertedRowID, count: 0, begun: 0)
  }

  static func microseconds(_ seconds: Double) -> Int64 {
    let scaled = (seconds * 1_000_000).rounded()
    // A run of 290,000 years is none.
    guard scaled.magnitude < 9e18 else { return 0 }
    return Int64(scaled)
  }
}
