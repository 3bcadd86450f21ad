import Foundation
import Testing

@testable import SessionEngine

/// Series that were written before stretches were kept.
@Suite struct OldStretchesTests {
  private func expectWholeCurves(_ database: SessionDatabase, most: Int) throws {
    for run in try database.runs(RunFilter()) {
      let points = try database.points(of: run.id, series: "loss", limit: nil)
      #expect(
        try database.thinnedCurve(of: run.id, series: "loss", mostPoints: most)
          == CurvePlaces.thinned(points, to: most))
    }
  }

  @Test func theyAreReadBeforeAndAfterTheirStretchesAreMade() async throws {
    let fixture = try DatabaseFixture(copying: "version-2.sqlite")
    let database = try await fixture.opener().open().database
    #expect(try fixture.ask("SELECT count(*) FROM stretch") == 0)
    try expectWholeCurves(database, most: 16)
    let curve = try database.thinnedCurve(of: RunID(1), series: "loss", mostPoints: 16)
    #expect(curve.contains { $0.step == 77 && $0.value == 9 })

    try await database.append(DatabaseFixture.points(1, from: 500), to: RunID(2))
    #expect(try fixture.ask("SELECT count(*) FROM stretch WHERE series = 1") == 0)
    #expect(try fixture.ask("SELECT count(*) FROM stretch WHERE series = 2") == 201 / 64)
    try await database.completeStretches()
    #expect(try fixture.ask("SELECT count(*) FROM stretch WHERE series = 1") == 200 / 64)
    try expectWholeCurves(database, most: 16)
    #expect(try database.thinnedCurve(of: RunID(1), series: "loss", mostPoints: 16) == curve)
    await database.close()
  }

  @Test func manyAreMadeInPieces() async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    let id = try await database.insert(DatabaseFixture.run())
    try await database.append(DatabaseFixture.points(1), to: id)
    // As a program of an older version writes.
    try fixture.execute(
      """
      WITH RECURSIVE place(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM place WHERE k < 140000)
      INSERT INTO point SELECT 1, k, k, k / 1000.0, k * 1000, k * 7919 % 1009 FROM place;
      UPDATE series SET points = 140001, maximum = 1008, last = 140000 * 7919 % 1009;
      """)
    try await database.append(DatabaseFixture.points(1, from: 140_001), to: id)
    #expect(try fixture.ask("SELECT stretches FROM series") == StretchTable.most)
    try expectWholeCurves(database, most: 100)
    try await database.completeStretches()
    #expect(try fixture.ask("SELECT stretches FROM series") == 140_002 / 64)
    #expect(try fixture.ask("SELECT count(*) FROM stretch") == 140_002 / 64 + 140_002 / 512)
    try expectWholeCurves(database, most: 100)
    await database.close()
  }

  @Test func aConsoleMakesThemWhenItChecks() async throws {
    let fixture = try DatabaseFixture(copying: "version-2.sqlite")
    let memory = await WorkshopMemory.open(
      workspace: fixture.directory.url,
      role: .console(WorkspaceLock.acquire(in: fixture.directory.url)),
      now: { DatabaseFixture.now })
    #expect(await memory.check() == nil)
    #expect(try fixture.ask("SELECT count(*) FROM stretch") == 2 * (200 / 64))
    await memory.close()
  }
}
