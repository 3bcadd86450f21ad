import Foundation
import ProcessRunner
import SessionEngine
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct EngineRestartTests {
  /// Notes its process and stays.
  private func patient(_ folder: String) -> String {
    EngineFixture.note("begun", in: folder) + "; trap '' HUP; sleep 600"
  }

  @Test func aRunThatLivesIsStoppedAndAnotherStandsInItsLane() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { ["cpu": .init(workload: patient($0))] }
    let options = RunOptions(variables: ["SEED": "7"])
    let old = try await fixture.startRun(options: options)
    try await fixture.engine.rename(old, "  the  first ")
    try await fixture.engine.pin(old, true)
    let new = try await fixture.engine.restart(old)
    let ended = try #require(await fixture.engine.run(old))
    guard case .ended(let report) = ended.state else {
      Issue.record("\(ended.state)")
      return
    }
    #expect(report.words == "stopped to be started again (SIGINT)")
    let run = try #require(await fixture.engine.run(new))
    #expect(run.options == options && run.commandLine == ended.commandLine)
    #expect(run.name == "the first" && run.isPinned)
    let batchID = try #require(run.batch)
    let batch = try #require(await fixture.engine.batch(batchID))
    #expect(batch.lanes[0].workloadRuns == [old, new] && batch.lanes[0].run == new)
    #expect(batch.lanes[0].phase == .running)
    await fixture.engine.stop(batch: batch.id)
    #expect(await fixture.engine.run(new)?.state.isAlive == false)
    #expect(await fixture.engine.batch(batch.id)?.isOver == true)
    await fixture.engine.close()
  }

  @Test func aRunOfABatchThatIsOverRunsAgainInItsLane() async throws {
    let fixture = try EngineFixture(installed: ["cpu", "gpu"]) { folder in
      ["cpu": .init(workload: EngineFixture.note("cpu", in: folder)), "gpu": .init()]
    }
    let (batch, runs) = try await fixture.carryOut(fixture.request("cpu", "gpu"))
    let old = try #require(runs[0]).id
    let new = try await fixture.engine.restart(old)
    let after = try #require(await fixture.engine.waitForEnd(of: batch.id))
    #expect(after.batch.lanes[0].workloadRuns == [old, new])
    #expect(after.batch.lanes[0].phase == .ended && after.runs[0]?.id == new)
    #expect(fixture.diary == ["cpu", "cpu"])
    await fixture.engine.close()
  }

  @Test func aRestartWithinRepeatsKeepsTheStepAndTheNumber() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { folder in
      [
        "cpu": .init(
          workload: EngineFixture.note("cpu", in: folder) + "; "
            + Gate("cpu", in: folder).wait)
      ]
    }
    let gate = Gate("cpu", in: fixture.folder)
    let id = try await fixture.engine.start(fixture.request("cpu", repeats: 2))
    try await fixture.waitForDiary("cpu")
    let first = try #require(await fixture.engine.batch(id)?.lanes[0].run)
    let second = try await fixture.engine.restart(first)
    #expect(await fixture.engine.run(second)?.repetition == 1)
    gate.open()
    gate.open()
    let (batch, _) = try #require(await fixture.engine.waitForEnd(of: id))
    #expect(batch.lanes[0].workloadRuns.count == 3)
    let last = try #require(batch.lanes[0].workloadRuns.last)
    #expect(await fixture.engine.run(last)?.repetition == 2)
    #expect(batch.lanes[0].phase == .ended)
    await fixture.engine.close()
  }

  @Test func twoWhoAskAtOnceGetOneRun() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { ["cpu": .init(workload: patient($0))] }
    let old = try await fixture.startRun()
    async let first = fixture.engine.restart(old)
    async let second = fixture.engine.restart(old)
    let (one, other) = (try await first, try await second)
    #expect(one == other)
    // Who asks for the old one again means the one in its place.
    let third = try await fixture.engine.restart(old)
    #expect(third != one)
    #expect(await fixture.engine.run(one)?.state.isAlive == false)
    await fixture.engine.close()
    #expect(await fixture.engine.run(third)?.state.isAlive == false)
  }

  @Test func shellsAndTasksToo() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { folder in
      ["cpu": .init(tasks: ["test": EngineFixture.note("tested", in: folder)])]
    }
    let shell = try await fixture.engine.openShell(
      in: "cpu", of: "exercise-1", size: EngineFixture.size)
    let again = try await fixture.engine.restart(shell)
    #expect(await fixture.engine.run(shell)?.state.isAlive == false)
    #expect(await fixture.engine.run(again)?.purpose == .shell)
    let task = try await fixture.engine.startTask(
      TaskRequest(name: "test", environment: "cpu", exercise: "exercise-1", size: .zero))
    _ = await fixture.engine.waitForEnd(of: task)
    _ = await fixture.engine.waitForEnd(of: try await fixture.engine.restart(task))
    #expect(fixture.diary == ["tested", "tested"])
    await fixture.engine.close()
  }

  @Test func anInstallsStepIsNotStartedAgain() async throws {
    let fixture = try EngineFixture { _ in ["cpu": .init(installs: ["exit 1"])] }
    let (_, runs) = try await fixture.carryOut(fixture.request("cpu", onlyInstalls: true))
    let step = try #require(runs[0]).id
    let diagnosis = await #expect(throws: Diagnosis.self) {
      try await fixture.engine.restart(step)
    }
    #expect(diagnosis?.remedy == "Install cpu again.")
    await fixture.engine.close()
  }
}
