import Foundation
import Testing

@testable import SessionEngine

@Suite struct StoredRunTests {
  @Test func everythingOfARunComesBack() async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    let options = RunOptions(
      arguments: ["--epochs", "5"], variables: ["A": "b \"c\""], workingDirectory: "/tmp",
      timeoutSeconds: 90.5, overrideCUDA: "12.4")
    let run = StoredRun(
      id: RunID(0), exercise: "exercise-3", environment: "gpu", provider: "pixi",
      purpose: .install(step: 2, of: 3), title: "train in gpu", name: "the good one",
      isPinned: true, commandLine: "pixi run 'train it'", workingDirectory: "/home/user/é",
      options: options, startedAt: DatabaseFixture.now, ending: .exited(3), wasStopped: true,
      seconds: 12.25, cpuSeconds: 9.5, peakMemoryBytes: 5 << 30, log: "/home/user/a.log",
      batch: "7-duel", repetition: 2, facts: ["device": "NVIDIA H100", "cuda": "12.9"])
    let id = try await database.insert(run)
    #expect(try database.run(id) == run.numbered(id))
    await database.close()
  }

  @Test(arguments: [
    StoredRun.Ending.alive, .exited(0), .exited(255), .signaled(9),
    .failedToStart("no such file"), .unknown,
  ])
  func everyEndingComesBack(ending: StoredRun.Ending) async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    let id = try await database.insert(DatabaseFixture.run())
    var run = try #require(try database.run(id))
    run.ending = ending
    try await database.update(run)
    #expect(try database.run(id)?.ending == ending)
    await database.close()
  }

  @Test func aNumberIsNeverGivenTwice() async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    #expect(try await database.insert(DatabaseFixture.run()) == RunID(1))
    #expect(try await database.insert(DatabaseFixture.run()) == RunID(2))
    try await database.delete(RunID(2))
    await database.close()
    let again = try await fixture.open()
    #expect(try await again.insert(DatabaseFixture.run()) == RunID(3))
    #expect(try again.run(RunID(2)) == nil)
    await again.close()
  }

  @Test func runsAreFoundByWhatTheyAre() async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    for run in [
      DatabaseFixture.run(environment: "cpu", batch: "one"),
      DatabaseFixture.run(environment: "gpu", batch: "one"),
      DatabaseFixture.run(exercise: "exercise-1"),
      DatabaseFixture.run(purpose: .shell), DatabaseFixture.run(purpose: .install(step: 1, of: 1)),
    ] { _ = try await database.insert(run) }
    try await database.pin(RunID(3))

    func numbers(_ filter: RunFilter) throws -> [Int] { try database.runs(filter).map(\.id.number) }
    #expect(try numbers(RunFilter()) == [5, 4, 3, 2, 1])
    #expect(try numbers(RunFilter(onlyWorkloads: true)) == [3, 2, 1])
    #expect(try numbers(RunFilter(exercise: "exercise-3", environment: "gpu")) == [5, 4, 2])
    #expect(try numbers(RunFilter(batch: "one")) == [2, 1])
    #expect(try numbers(RunFilter(onlyPinned: true)) == [3])
    #expect(try numbers(RunFilter(limit: 2)) == [5, 4])
    #expect(try numbers(RunFilter(exercise: "' OR 1 --")) == [])
    await database.close()
  }

  @Test func aRunIsFoundByNumberAndByName() async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    for _ in 1...3 { _ = try await database.insert(DatabaseFixture.run()) }
    try await database.rename(RunID(1), to: "the good one")
    #expect(try database.find("2").id == RunID(2))
    #expect(try database.find("#2").id == RunID(2))
    #expect(try database.find("the good one").id == RunID(1))
    #expect(throws: Diagnosis.self) { try database.find("9") }
    #expect(throws: Diagnosis.self) { try database.find("the bad one") }

    try await database.rename(RunID(3), to: "the good one")
    let problem = #expect(throws: Diagnosis.self) { try database.find("the good one") }
    #expect(problem?.remedy.contains("#3, #1") == true)
    try await database.rename(RunID(3), to: nil)
    #expect(try database.find("the good one").id == RunID(1))
    await database.close()
  }

  @Test func aDeletedRunTakesItsFiguresAlongAndLeavesItsStory() async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    let id = try await database.insert(DatabaseFixture.run())
    try await database.append(DatabaseFixture.points(5), to: id)
    try await database.record(
      SessionEvent(time: DatabaseFixture.now, kind: .started, run: id, text: "It began."))
    #expect(try database.events(of: id).map(\.text) == ["It began."])
    try await database.delete(id)
    #expect(try fixture.ask("SELECT count(*) FROM point") == 0)
    #expect(try database.events(limit: 10).map(\.text) == ["It began."])
    #expect(try database.events(limit: 10).first?.run == nil)
    await database.close()
  }
}
