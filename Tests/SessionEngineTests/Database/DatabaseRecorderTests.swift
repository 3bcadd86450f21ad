import Foundation
import TestSupport
import Testing

@testable import SessionEngine

@Suite struct DatabaseRecorderTests {
  private typealias Fixture = DatabaseFixture

  @Test func whatWasSaidInASecondIsWrittenAtItsEnd() async throws {
    let fixture = try await RecorderFixture()
    let id = await fixture.recorder.begin(Fixture.run())
    fixture.recorder.record(Fixture.points(3), of: id)
    fixture.recorder.record(Fixture.points(2, from: 3), of: id)
    var run = Fixture.run().numbered(id)
    run.ending = .exited(1)
    fixture.recorder.update(run)
    #expect(try fixture.count(id) == 0)
    fixture.endSecond()
    try await waitUntil("the second's figures are written") { try fixture.count(id) == 5 }
    #expect(try fixture.database.run(id)?.ending == .exited(1))
    fixture.recorder.record(Fixture.points(1, from: 5), of: id)
    fixture.endSecond()
    try await waitUntil("the next second's, too") { try fixture.count(id) == 6 }
    let values = try fixture.database.points(of: id, series: "loss", limit: nil).map(\.value)
    #expect(values == [0, 1, 2, 3, 4, 5])
    #expect(fixture.box.news.isEmpty)
    await fixture.recorder.close()
  }

  @Test func manyFiguresDoNotWaitForTheEndOfTheSecond() async throws {
    let fixture = try await RecorderFixture(capacity: 1_000_000)
    let id = await fixture.recorder.begin(Fixture.run())
    fixture.recorder.record(Fixture.points(DatabaseRecorder.eagerCount), of: id)
    try await waitUntil("they are written") {
      try fixture.count(id) == DatabaseRecorder.eagerCount
    }
    await fixture.recorder.close()
  }

  @Test func closingWritesEverything() async throws {
    let fixture = try await RecorderFixture()
    let id = await fixture.recorder.begin(Fixture.run())
    let package = StoredPackage(name: "numpy", version: "2", build: nil, kind: "pypi")
    fixture.recorder.record(Fixture.points(4), of: id)
    fixture.recorder.setPackages([package], of: id)
    fixture.recorder.record(
      SessionEvent(time: Fixture.now, kind: .started, run: id, text: "It began."))
    await fixture.recorder.close()
    let database = try await fixture.files.open()
    #expect(try database.points(of: id, series: "loss", limit: nil).count == 4)
    #expect(try database.packages(of: id) == [package])
    #expect(try database.events(of: id).map(\.text) == ["It began."])
    #expect(fixture.box.news.isEmpty)
    await database.close()
  }

  @Test func aFullDiskIsToldOnceAndWhatFitsInMemoryIsWrittenLater() async throws {
    let fixture = try await RecorderFixture(capacity: 1000)
    let recorder = fixture.recorder
    let id = await recorder.begin(Fixture.run())
    recorder.record(Fixture.points(10), of: id)
    await recorder.flush()
    try await fixture.fillDisk(leaving: 1)

    recorder.record(Fixture.points(700, from: 10), of: id)
    await recorder.flush()
    recorder.record(Fixture.points(1, from: 710), of: id)
    await recorder.flush()
    guard case .failing(let problem)? = fixture.box.news.first else {
      Issue.record("\(fixture.box.news)")
      return
    }
    #expect(problem.says.contains("the disk is full"))
    #expect(fixture.box.news.count == 1)
    // All of a batch or nothing: no figure is shown as kept that would be written twice later.
    #expect(try fixture.count(id) == 10)

    recorder.record(Fixture.points(389, from: 711), of: id)
    #expect(recorder.outbox.withLock { $0.pointCount } == 1000)
    try await fixture.freeDisk()
    await recorder.flush()
    try await waitUntil("it is told that writing succeeds") { fixture.box.news.count == 2 }
    guard case .recovered(let gap?)? = fixture.box.news.last else {
      Issue.record("\(fixture.box.news)")
      return
    }
    #expect(gap.says.contains("#1: 90 points of loss between 101.0 and 109.9 s"))
    let values = try fixture.database.points(of: id, series: "loss", limit: nil).map(\.value)
    #expect(values == (0..<1010).map(Double.init))
    recorder.record(Fixture.points(1, from: 2000), of: id)
    await recorder.close()
    let database = try await fixture.files.open()
    #expect(
      try database.events(of: id).map(\.text) == [
        "90 points of loss between 101.0 and 109.9 s are not kept."
      ])
    #expect(try database.summaries(of: id).first?.count == 1011)
    await database.close()
  }

  @Test func aRunThatBeginsOnAFullDiskHasANumberAndIsKeptLater() async throws {
    let fixture = try await RecorderFixture()
    let recorder = fixture.recorder
    let first = await recorder.begin(Fixture.run())
    try await fixture.fillDisk()
    var number = first
    // Some runs may fit into the pages that are there.
    while fixture.box.news.isEmpty { number = await recorder.begin(Fixture.run()) }
    let unwritten = number
    #expect(try fixture.database.run(unwritten) == nil)
    let next = await recorder.begin(Fixture.run())
    #expect(next.number == unwritten.number + 1)
    recorder.record(Fixture.points(5), of: unwritten)
    await recorder.flush()

    try await fixture.freeDisk()
    await recorder.flush()
    #expect(try fixture.database.run(unwritten)?.ending == .alive)
    #expect(try fixture.database.run(next) != nil)
    #expect(try fixture.count(unwritten) == 5)
    #expect(fixture.box.news.last == .recovered(nil))
    #expect(await recorder.begin(Fixture.run()).number == next.number + 1)
    await recorder.close()
  }

  @Test func whatCannotBeWrittenAtTheEndIsNamed() async throws {
    let fixture = try await RecorderFixture()
    let id = await fixture.recorder.begin(Fixture.run())
    try await fixture.fillDisk()
    fixture.recorder.record(Fixture.points(900), of: id)
    await fixture.recorder.close()
    guard case .lost(let lost)? = fixture.box.news.last else {
      Issue.record("\(fixture.box.news)")
      return
    }
    #expect(lost.says.contains("#1: 900 points of loss between 0.0 and 89.9 s"))
    let database = try await fixture.files.open()
    #expect(try database.summaries(of: id) == [])
    await database.close()
  }

  @Test func aFileThatWasRemovedIsNotTakenForKept() async throws {
    let fixture = try await RecorderFixture()
    let id = await fixture.recorder.begin(Fixture.run())
    try FileManager.default.removeItem(at: fixture.files.folder)
    fixture.recorder.record(Fixture.points(3), of: id)
    await fixture.recorder.flush()
    guard case .failing(let problem)? = fixture.box.news.first else {
      Issue.record("\(fixture.box.news)")
      return
    }
    #expect(problem.says.contains("removed or replaced"))
    #expect(await fixture.recorder.begin(Fixture.run()) == RunID(2))
    await fixture.recorder.close()
    #expect(fixture.box.news.count == 2)
  }

  @Test func figuresOfADeletedRunHoldNothingUp() async throws {
    let fixture = try await RecorderFixture()
    let (deleted, kept) = (
      await fixture.recorder.begin(Fixture.run()), await fixture.recorder.begin(Fixture.run())
    )
    try await fixture.database.delete(deleted)
    fixture.recorder.record(Fixture.points(3), of: deleted)
    fixture.recorder.record(Fixture.points(3), of: kept)
    await fixture.recorder.flush()
    #expect(try fixture.count(kept) == 3)
    #expect(try fixture.count(deleted) == 0)
    #expect(fixture.box.news.isEmpty)
    await fixture.recorder.close()
  }

  @Test func aNameGivenByASubcommandOutlivesTheConsolesNextWord() async throws {
    let fixture = try await RecorderFixture()
    let id = await fixture.recorder.begin(Fixture.run())
    try await fixture.database.rename(id, to: "the good one")
    var run = Fixture.run().numbered(id)
    run.ending = .exited(0)
    fixture.recorder.update(run)
    await fixture.recorder.flush()
    #expect(try fixture.database.run(id)?.name == "the good one")
    #expect(try fixture.database.run(id)?.ending == .exited(0))

    run.isPinned = true
    run.name = "the bad one"
    fixture.recorder.update(run)
    await fixture.recorder.flush()
    #expect(try fixture.database.run(id) == run)
    await fixture.recorder.close()
  }

  @Test func withoutADatabaseRunsAreNumbered() async {
    let recorder = NoRecorder()
    #expect(await recorder.begin(Fixture.run()) == RunID(1))
    #expect(await recorder.begin(Fixture.run()) == RunID(2))
  }
}
