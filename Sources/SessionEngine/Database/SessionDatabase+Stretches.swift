internal import GRDB

extension SessionDatabase {
  /// Makes the stretches that series of an older version lack. It does so in many small pieces, so
  /// that whoever records waits for none of them long; stopped at any moment, it goes on from there
  /// when it is next called.
  func completeStretches() async throws {
    while try await pool.write({ try Self.completeSome($0) }) { try Task.checkCancellation() }
  }

  /// - Returns: Whether there was something to do.
  private static func completeSome(_ database: Database) throws -> Bool {
    let series = try Row.fetchOne(
      database,
      sql: "SELECT id, points, stretches FROM series WHERE stretches < points / ? LIMIT 1",
      arguments: [CurvePlaces.stretch])
    guard let series else { return false }
    let stretches = try StretchTable.complete(
      series[0], from: series[2], points: series[1], most: StretchTable.most, database)
    try database.execute(
      sql: "UPDATE series SET stretches = ? WHERE id = ?",
      arguments: [stretches, series[0] as Int64])
    return true
  }
}
