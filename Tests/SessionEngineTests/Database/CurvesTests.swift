import Foundation
import Testing

@testable import SessionEngine

@Suite struct CurvesTests {
  /// A noisy curve of whole and broken epochs, with one spike up and one down.
  private static func points(_ count: Int, series: String = "loss") -> [MetricPoint] {
    (0..<count).map { number in
      MetricPoint(
        series: series, step: number, epoch: Double(number) / 256, seconds: Double(number) / 10,
        value: number == count / 3 ? 900 : number == count / 2 ? -900 : noise(number))
    }
  }

  private static func noise(_ number: Int) -> Double { Double(number * 7919 % 1009) / 7 }

  @Test(arguments: [1, 63, 64, 65, 1000, 5000], [4, 20, 200, 4000, .max])
  func whatIsKeptIsWhatAReadingOfEveryPointWouldKeep(count: Int, most: Int) async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    let id = try await database.insert(DatabaseFixture.run())
    try await database.append(Self.points(900, series: "another"), to: id)
    let points = Self.points(count)
    try await database.append(points, to: id)
    let curve = try database.thinnedCurve(of: id, series: "loss", mostPoints: most)
    #expect(curve == CurvePlaces.thinned(points, to: most))
    #expect(curve.contains { $0.value == 900 } || count < 4)
    await database.close()
  }

  @Test func manySmallBatchesLeaveWhatOneLargeOneDoes() async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    let once = try await database.insert(DatabaseFixture.run())
    let often = try await database.insert(DatabaseFixture.run())
    let points = Self.points(3001)
    try await database.append(points, to: once)
    var next = 0
    while next < points.count {
      let end = min(points.count, next + 1 + next % 131)
      try await database.append(Array(points[next..<end]), to: often)
      next = end
    }
    for table in ["stretch", "epoch_end"] {
      let columns =
        table == "stretch"
        ? "width, number, smallest_sequence, smallest_value, "
          + "largest_sequence, largest_value" : "epoch, sequence"
      let rows = { (run: RunID) in
        "SELECT \(columns) FROM \(table) WHERE series = (SELECT id FROM series WHERE run = \(run.number))"
      }
      let count: Int? = try fixture.ask("SELECT count(*) FROM (\(rows(once)))")
      #expect(count == (table == "stretch" ? 3001 / 64 + 3001 / 512 : 2944 / 256))
      for (left, right) in [(once, often), (often, once)] {
        #expect(
          try fixture.ask("SELECT count(*) FROM (\(rows(left)) EXCEPT \(rows(right)))") == 0)
      }
    }
    #expect(
      try database.thinnedCurve(of: often, series: "loss", mostPoints: 50)
        == CurvePlaces.thinned(points, to: 50))
    await database.close()
  }

  @Test func theFiguresOfAThinnedRunAreThoseOfTheWholeOne() async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    let id = try await database.insert(DatabaseFixture.run(ending: .exited(0)))
    for number in 0..<40 {
      let points = Self.points(4000)[number * 100..<number * 100 + 100]
      try await database.append(Array(points), to: id)
    }
    let stored = try #require(try database.run(id))
    let thin = try ComparedRun(stored, from: database, mostPoints: 100)
    let whole = try ComparedRun(stored, from: database, mostPoints: .max)
    #expect((thin.series["loss"]?.count ?? 0) <= 150)
    #expect(whole.series["loss"]?.count == 4000)
    #expect(thin.epochValues(of: "loss") == whole.epochValues(of: "loss"))
    #expect(thin.series["loss"]?.first == whole.series["loss"]?.first)
    #expect(thin.series["loss"]?.last == whole.series["loss"]?.last)
    #expect(thin.series["loss"]?.map(\.value).max() == 900)
    #expect(thin.series["loss"]?.map(\.value).min() == -900)
    await database.close()
  }

  @Test func whatIsNotThereHasNoCurve() async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    let id = try await database.insert(DatabaseFixture.run())
    #expect(try database.thinnedCurve(of: id, series: "loss", mostPoints: 50).isEmpty)
    #expect(try database.thinnedCurve(of: RunID(9), series: "loss", mostPoints: 50).isEmpty)
    await database.close()
  }

  @Test func stretchesThatPointNowhereDoNoHarm() async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    let id = try await database.insert(DatabaseFixture.run())
    try await database.append(Self.points(1000), to: id)
    try fixture.execute(
      "UPDATE stretch SET smallest_sequence = \(Int.max), largest_sequence = -5 WHERE number % 2")
    let curve = try database.thinnedCurve(of: id, series: "loss", mostPoints: 20)
    #expect(curve.first?.step == 0 && curve.last?.step == 999)
    #expect(curve.compactMap(\.step) == curve.compactMap(\.step).sorted())
    try await database.append(Self.points(100), to: id)
    await database.close()
  }

  @Test func aDeletedRunTakesItsStretchesAlong() async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    let id = try await database.insert(DatabaseFixture.run())
    try await database.append(Self.points(1000), to: id)
    #expect(try fixture.ask("SELECT count(*) FROM stretch") == 1000 / 64 + 1000 / 512)
    try await database.delete(id)
    for table in ["point", "stretch", "epoch_end", "series"] {
      #expect(try fixture.ask("SELECT count(*) FROM \(table)") == 0)
    }
    await database.close()
  }
}
