import Foundation
import Testing

@testable import SessionEngine

@Suite struct SeriesTests {
  @Test func figuresComeBackInOrderAndWhole() async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    let id = try await database.insert(DatabaseFixture.run())
    let points = [
      MetricPoint(series: "loss", step: 3, epoch: 0.1, seconds: 0.123456, value: 1.0 / 3),
      MetricPoint(series: "val/loss", step: nil, epoch: nil, seconds: 86_400.000001, value: -0.0),
      MetricPoint(series: "loss", step: -1, epoch: 1e300, seconds: 0, value: 1e-300),
    ]
    try await database.append(Array(points.prefix(2)), to: id)
    try await database.append(Array(points.suffix(1)), to: id)
    #expect(try database.seriesNames(of: id) == ["loss", "val/loss"])
    #expect(try database.points(of: id, series: "loss", limit: nil) == [points[0], points[2]])
    #expect(try database.points(of: id, series: "val/loss", limit: nil) == [points[1]])
    #expect(try database.points(of: id, series: "nothing", limit: nil) == [])
    #expect(try database.points(of: RunID(9), series: "loss", limit: nil) == [])
    await database.close()
  }

  @Test func whatIsNotFiniteIsLeftOut() async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    let id = try await database.insert(DatabaseFixture.run())
    let values = [1, .nan, .infinity, 2]
    try await database.append(
      values.map { MetricPoint(series: "loss", seconds: 0, value: $0) }, to: id)
    #expect(try database.points(of: id, series: "loss", limit: nil).map(\.value) == [1, 2])
    await database.close()
  }

  @Test(arguments: [(1000, 7), (1000, 2), (1000, 999), (10, 10), (3, 2000), (5, 1)])
  func thinningKeepsTheEndsAndIsEven(count: Int, limit: Int) async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    let id = try await database.insert(DatabaseFixture.run())
    try await database.append(DatabaseFixture.points(7, series: "another"), to: id)
    try await database.append(DatabaseFixture.points(count), to: id)
    let values = try database.points(of: id, series: "loss", limit: limit).map(\.value)
    #expect(values.count == min(count, limit))
    #expect(values.first == 0)
    if limit > 1 { #expect(values.last == Double(count - 1)) }
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    if let smallest = steps.min(), let largest = steps.max() {
      #expect(smallest >= 1 && largest - smallest <= 1)
    }
    await database.close()
  }

  @Test func aSeriesIsToldInShortWithoutReadingIt() async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    let id = try await database.insert(DatabaseFixture.run())
    for values in [[3.0, -2], [9, 4]] {
      try await database.append(
        values.map { MetricPoint(series: "loss", seconds: 0, value: $0) }, to: id)
    }
    #expect(
      try database.summaries(of: id) == [
        SeriesSummary(name: "loss", count: 4, first: 3, last: 4, minimum: -2, maximum: 9)
      ])
    await database.close()
  }

  @Test func figuresOfARunThatIsNotThereAreRefusedWhole() async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    await #expect(throws: (any Error).self) {
      try await database.append(DatabaseFixture.points(3), to: RunID(5))
    }
    #expect(try fixture.ask("SELECT count(*) FROM point") == 0)
    await database.close()
  }
}
