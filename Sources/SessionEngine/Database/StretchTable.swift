internal import GRDB

/// Makes stretches and ends of epochs from a series' points within a transaction, and reads them.
///
/// Only whole stretches are kept: the points after the last of them are read themselves.
enum StretchTable {
  /// How many stretches of earlier points are made in one piece: some tens of milliseconds.
  static let most = 1024

  /// Makes the stretches that a series lacks, the first ones first.
  /// - Parameters:
  ///   - made: How many there are.
  ///   - points: How many points there are.
  ///   - most: How many are made at most.
  /// - Returns: How many there are now.
  static func complete(
    _ series: Int64, from made: Int, points: Int, most: Int, _ database: Database
  ) throws -> Int {
    let end = min(points / CurvePlaces.stretch, made + most)
    guard end > made else { return made }
    var stretches: [CurveExtremes?] = Array(repeating: nil, count: end - made)
    var epochEnds: [Int: Int] = [:]
    let rows = try tail(
      of: series, from: made * CurvePlaces.stretch, to: end * CurvePlaces.stretch, database)
    while let row = try rows.next() {
      let extremes = CurveExtremes(CurveExtremes.Point(place: row[0], value: row[1]))
      let place = extremes.smallest.place
      let number = place / CurvePlaces.stretch - made
      stretches[number]?.merge(extremes)
      if stretches[number] == nil { stretches[number] = extremes }
      if let epoch = CurvePlaces.wholeEpoch(row[2]) { epochEnds[epoch] = place }
    }
    try insert(stretches, width: CurvePlaces.stretch, of: series, from: made, database)
    try widen(series, from: made, to: end, database)
    let insert = try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO epoch_end (series, epoch, sequence) VALUES (?, ?, ?)")
    for (epoch, place) in epochEnds { try insert.execute(arguments: [series, epoch, place]) }
    return end
  }

  /// Makes the wide stretches that are complete with new ones.
  private static func widen(
    _ series: Int64, from made: Int, to end: Int, _ database: Database
  ) throws {
    let each = CurvePlaces.wideStretch / CurvePlaces.stretch
    let (first, last) = (made / each, end / each)
    guard last > first else { return }
    var wide: [CurveExtremes?] = Array(repeating: nil, count: last - first)
    let narrow = try rows(
      of: series, width: CurvePlaces.stretch, from: first * each, to: last * each, database)
    while let extremes = try narrow.next().map(extremes) {
      let number = extremes.smallest.place / CurvePlaces.wideStretch - first
      // A damaged file may say anything.
      guard wide.indices.contains(number) else { continue }
      wide[number]?.merge(extremes)
      if wide[number] == nil { wide[number] = extremes }
    }
    try insert(wide, width: CurvePlaces.wideStretch, of: series, from: first, database)
  }

  private static func rows(
    of series: Int64, width: Int, from first: Int, to end: Int, _ database: Database
  ) throws -> RowCursor {
    try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT smallest_sequence, smallest_value, largest_sequence, largest_value FROM stretch
          WHERE series = ? AND width = ? AND number >= ? AND number < ? ORDER BY number
          """), arguments: [series, width, first, end])
  }

  private static func extremes(_ row: Row) -> CurveExtremes {
    CurveExtremes(
      smallest: CurveExtremes.Point(place: row[0], value: row[1]),
      largest: CurveExtremes.Point(place: row[2], value: row[3]))
  }

  private static func insert(
    _ stretches: [CurveExtremes?], width: Int, of series: Int64, from first: Int,
    _ database: Database
  ) throws {
    let insert = try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO stretch (
          series, width, number, smallest_sequence, smallest_value, largest_sequence,
          largest_value)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for (number, extremes) in zip(first..., stretches) {
      guard let extremes else { continue }
      try insert.execute(arguments: [
        series, width, number, extremes.smallest.place, extremes.smallest.value,
        extremes.largest.place, extremes.largest.value,
      ])
    }
  }

  /// Lets a curve's places take a series' stretches and the points after them.
  static func choose(
    _ places: inout CurvePlaces, from series: Int64, stretches: Int, points: Int, mostEpochs: Int,
    _ database: Database
  ) throws {
    let whole = stretches * CurvePlaces.stretch / places.width
    let kept = try rows(of: series, width: places.width, from: 0, to: whole, database)
    while let row = try kept.next() { places.add(extremes(row)) }
    let ends = try Row.fetchCursor(
      database,
      sql: "SELECT epoch, sequence FROM epoch_end WHERE series = ? ORDER BY epoch DESC LIMIT ?",
      arguments: [series, mostEpochs])
    while let row = try ends.next() { places.add(epoch: row[0], endsAt: row[1]) }
    let rest = try tail(of: series, from: whole * places.width, to: points, database)
    while let row = try rest.next() {
      places.add(CurveExtremes.Point(place: row[0], value: row[1]), epoch: row[2])
    }
  }

  private static func tail(
    of series: Int64, from first: Int, to end: Int, _ database: Database
  ) throws -> RowCursor {
    try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT sequence, value, epoch FROM point
          WHERE series = ? AND sequence >= ? AND sequence < ? ORDER BY sequence
          """), arguments: [series, first, end])
  }
}
