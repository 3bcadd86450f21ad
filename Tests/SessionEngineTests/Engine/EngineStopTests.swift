import Foundation
import Glibc
import ProcessRunner
import SessionEngine
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct EngineStopTests {
  private func note(_ word: String, _ folder: String) -> String {
    EngineFixture.note(word, in: folder)
  }

  /// Starts a process that hears no polite signal, notes its number, and stays.
  private func stubborn(_ folder: String, _ name: String) -> String {
    "sh -c 'trap \"\" INT TERM HUP; echo $$ > \"\(folder)/\(name)\"; "
      + "while :; do sleep 60; done' & wait"
  }

  private func waitForProcess(_ name: String, _ fixture: EngineFixture) async throws -> pid_t {
    var found: pid_t?
    try await waitUntil("\(name) is there") {
      found = try fixture.processNumber(in: name)
      return found != nil
    }
    return try #require(found)
  }

  @Test func stoppingARunLeavesNothingItStarted() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { folder in
      ["cpu": .init(workload: stubborn(folder, "child"))]
    }
    let batch = try await fixture.engine.start(fixture.request("cpu"))
    let child = try await waitForProcess("child", fixture)
    let run = RunID(1)
    // Two who ask for the same both get their answer.
    async let first: Void = fixture.engine.stop(run)
    async let second: Void = fixture.engine.stop(run)
    _ = await (first, second)
    #expect(!EngineFixture.isAlive(child))
    let ended = try #require(await fixture.engine.waitForEnd(of: batch))
    #expect(ended.batch.lanes[0].phase == .ended)
    #expect(ended.runs[0]?.state.isAlive == false)
    #expect(ended.runs[0]?.diagnosis == nil)
    await fixture.engine.close()
    try await waitUntil("all events are here") { fixture.events.hasEnded }
    let states = fixture.events.runs.map(\.state)
    let stopping = try #require(states.firstIndex(of: .stopping))
    // Figures may change while it ends, but it does not run again.
    #expect(states[stopping...].dropFirst().allSatisfy { $0 == .stopping || !$0.isAlive })
  }

  @Test func stoppingABatchDuringAnInstallCancelsAllItsLanes() async throws {
    let fixture = try EngineFixture { folder in
      [
        "cpu": .init(
          installs: [note("here", folder) + "; " + Gate("never", in: folder).wait, "true"],
          workload: note("ran", folder)),
        "gpu": .init(installs: [note("gpu", folder)], workload: note("ran", folder)),
      ]
    }
    let id = try await fixture.engine.start(fixture.request("cpu", "gpu"))
    try await fixture.waitForDiary("here")
    await fixture.engine.stop(batch: id)
    let (batch, _) = try #require(await fixture.engine.waitForEnd(of: id))
    #expect(batch.lanes.map(\.phase) == [.cancelled, .cancelled])
    #expect(fixture.diary == ["here"])
    await fixture.engine.close()
    try await waitUntil("all events are here") { fixture.events.hasEnded }
    // The provider's tools were asked although the batch was cancelled.
    #expect(fixture.events.statuses.allSatisfy { $0.count == 3 })
  }

  @Test func stoppingOneInstallCancelsItsLaneAlone() async throws {
    let fixture = try EngineFixture { folder in
      [
        "cpu": .init(installs: [note("here", folder) + "; " + Gate("never", in: folder).wait]),
        "gpu": .init(installs: ["true"], workload: note("gpu ran", folder)),
      ]
    }
    let id = try await fixture.engine.start(fixture.request("cpu", "gpu"))
    try await fixture.waitForDiary("here")
    await fixture.engine.stop(RunID(1))
    let (batch, _) = try #require(await fixture.engine.waitForEnd(of: id))
    #expect(batch.lanes.map(\.phase) == [.cancelled, .ended])
    #expect(fixture.diary == ["here", "gpu ran"])
    await fixture.engine.close()
  }

  @Test func aBatchThatWaitsForItsTurnIsStoppedAtOnce() async throws {
    let fixture = try EngineFixture { folder in
      [
        "cpu": .init(installs: [note("here", folder) + "; " + Gate("cpu", in: folder).wait]),
        "gpu": .init(installs: [note("gpu", folder)]),
      ]
    }
    let gate = Gate("cpu", in: fixture.folder)
    let first = try await fixture.engine.start(fixture.request("cpu", onlyInstalls: true))
    try await fixture.waitForDiary("here")
    let second = try await fixture.engine.start(fixture.request("gpu", onlyInstalls: true))
    // The first still installs: this returns only when the second need not wait for it.
    await fixture.engine.stop(batch: second)
    gate.open()
    let ended = try #require(await fixture.engine.waitForEnd(of: second))
    #expect(ended.batch.lanes[0].phase == .cancelled)
    let other = try #require(await fixture.engine.waitForEnd(of: first))
    #expect(other.batch.lanes[0].phase == .ended)
    #expect(fixture.diary == ["here"])
    await fixture.engine.close()
  }

  @Test(arguments: 1...6)
  func aStopThatComesEarlyIsNotLost(round: Int) async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { folder in
      ["cpu": .init(workload: Gate("never", in: folder).wait)]
    }
    let id = try await fixture.engine.start(fixture.request("cpu"))
    // From the first moment a run is known of, whatever its terminal has come to.
    try await waitUntil("there is a run") { await fixture.engine.run(RunID(1)) != nil }
    await fixture.engine.stop(RunID(1))
    let (batch, runs) = try #require(await fixture.engine.waitForEnd(of: id))
    #expect(batch.isOver)
    #expect(runs[0]?.state.isAlive == false)
    await fixture.engine.close()
  }

  @Test func closingEndsEverythingAndTheEvents() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { folder in
      [
        "cpu": .init(workload: stubborn(folder, "run"), shell: stubborn(folder, "shell")),
        "gpu": .init(installs: [stubborn(folder, "install"), note("never", folder)]),
      ]
    }
    let running = try await fixture.engine.start(fixture.request("cpu"))
    let installing = try await fixture.engine.start(fixture.request("gpu"))
    _ = try await fixture.engine.openShell(
      in: "cpu", of: "exercise-1", size: EngineFixture.size)
    var processes: [pid_t] = []
    for name in ["run", "shell", "install"] {
      processes.append(try await waitForProcess(name, fixture))
    }
    await fixture.engine.close()
    #expect(processes.filter(EngineFixture.isAlive).isEmpty)
    #expect(fixture.diary.isEmpty)
    for id in [running, installing] {
      #expect(await fixture.engine.waitForEnd(of: id)?.batch.isOver == true)
    }
    try await waitUntil("the events have ended") { fixture.events.hasEnded }
    await #expect(throws: Diagnosis.self) {
      try await fixture.engine.start(fixture.request("cpu"))
    }
    await #expect(throws: Diagnosis.self) {
      try await fixture.engine.openShell(in: "cpu", of: "exercise-1", size: EngineFixture.size)
    }
    await fixture.engine.close()
  }
}
