import Foundation
internal import GRDB

extension SessionDatabase: CurveHistory {
  public func thinnedCurve(
    of run: RunID, series: String, mostPoints: Int
  ) throws -> [MetricPoint] {
    try pool.read { database in
      let found = try Row.fetchOne(
        database, sql: "SELECT id, points, stretches FROM series WHERE run = ? AND name = ?",
        arguments: [run.number, series])
      guard let found else { return [] }
      let (id, count, stretches): (Int64, Int, Int) = (found[0], found[1], found[2])
      var places = CurvePlaces(count: count, mostPoints: min(mostPoints, count))
      if count <= mostPoints || places.width == 1 {
        let points = try Self.points(
          Self.everyPoint(of: id, database), series: series, count: count)
        return CurvePlaces.thinned(points, to: mostPoints)
      }
      try StretchTable.choose(
        &places, from: id, stretches: stretches, points: count, mostEpochs: mostPoints / 2 + 1,
        database)
      return try Self.points(at: places.chosen, of: id, named: series, database)
    }
  }

  /// Looks up points by their places, which are in ascending order.
  private static func points(
    at places: [Int], of series: Int64, named name: String, _ database: Database
  ) throws -> [MetricPoint] {
    let list = "[" + places.map(String.init).joined(separator: ",") + "]"
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT step, epoch, microseconds, point.value
        FROM json_each(?) AS place CROSS JOIN point ON series = ? AND sequence = place.value
        """, arguments: [list, series])
    return try points(rows, series: name, count: places.count)
  }
}
