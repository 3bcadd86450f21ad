import Foundation
import ProcessRunner
import SessionEngine
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct EngineRepeatTests {
  @Test func lanesKeepStep() async throws {
    let fixture = try EngineFixture(installed: ["cpu", "gpu"]) { folder in
      // Each repetition of the quick lane could overtake the slow one's, if nothing held it.
      [
        "cpu": .init(workload: EngineFixture.note("cpu", in: folder)),
        "gpu": .init(workload: "sleep 0.1; " + EngineFixture.note("gpu", in: folder)),
      ]
    }
    let (batch, _) = try await fixture.carryOut(fixture.request("cpu", "gpu", repeats: 3))
    #expect(batch.repeats == 3)
    for round in 0..<3 {
      #expect(Set(fixture.diary[(2 * round)..<(2 * round + 2)]) == ["cpu", "gpu"])
    }
    for lane in batch.lanes {
      #expect(lane.phase == .ended && lane.repetition == 3)
      #expect(lane.workloadRuns.count == 3 && lane.run == lane.workloadRuns.last)
      var repetitions: [Int?] = []
      for run in lane.workloadRuns {
        let run = try #require(await fixture.engine.run(run))
        #expect(run.environment == lane.environment && run.batch == batch.id)
        #expect(run.state.hasSucceeded)
        repetitions.append(run.repetition)
      }
      #expect(repetitions == [1, 2, 3])
    }
    await fixture.engine.close()
  }

  @Test func aRunThatFailsIsRepeatedAllTheSame() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { folder in
      ["cpu": .init(workload: EngineFixture.note("cpu", in: folder) + "; exit 3")]
    }
    let (batch, _) = try await fixture.carryOut(fixture.request("cpu", repeats: 2))
    #expect(fixture.diary == ["cpu", "cpu"])
    #expect(batch.lanes[0].phase == .ended && batch.lanes[0].workloadRuns.count == 2)
    await fixture.engine.close()
  }

  @Test func stoppingOneRunEndsItsLaneAndLeavesTheOther() async throws {
    let fixture = try EngineFixture(installed: ["cpu", "gpu"]) { folder in
      [
        "cpu": .init(workload: EngineFixture.note("cpu", in: folder) + "; sleep 600"),
        "gpu": .init(workload: EngineFixture.note("gpu", in: folder)),
      ]
    }
    let id = try await fixture.engine.start(fixture.request("cpu", "gpu", repeats: 3))
    try await fixture.waitForDiary("cpu")
    let run = try #require(await fixture.engine.batch(id)?.lanes[0].run)
    await fixture.engine.stop(run)
    let (batch, _) = try #require(await fixture.engine.waitForEnd(of: id))
    #expect(batch.lanes.map(\.workloadRuns.count) == [1, 3])
    #expect(batch.lanes.map(\.phase) == [.ended, .ended])
    #expect(fixture.diary.filter { $0 == "cpu" }.count == 1)
    await fixture.engine.close()
  }

  @Test func aLaneThatWaitsIsStoppedAlone() async throws {
    let fixture = try EngineFixture { folder in
      [
        "cpu": .init(
          installs: [EngineFixture.note("here", in: folder) + "; " + Gate("cpu", in: folder).wait],
          workload: EngineFixture.note("cpu ran", in: folder)),
        "gpu": .init(installs: [EngineFixture.note("gpu", in: folder)]),
      ]
    }
    let gate = Gate("cpu", in: fixture.folder)
    let id = try await fixture.engine.start(fixture.request("cpu", "gpu"))
    try await fixture.waitForDiary("here")
    await fixture.engine.stop(lane: 1, of: id)
    #expect(await fixture.engine.batch(id)?.lanes.map(\.phase) == [.installing, .cancelled])
    gate.open()
    let (batch, _) = try #require(await fixture.engine.waitForEnd(of: id))
    #expect(batch.lanes.map(\.phase) == [.ended, .cancelled])
    #expect(fixture.diary == ["here", "cpu ran"])
    await fixture.engine.close()
  }

  @Test func aLaneThatRunsIsStoppedAloneForAllItsRepeats() async throws {
    let fixture = try EngineFixture(installed: ["cpu", "gpu"]) { folder in
      let gate = Gate("gpu", in: folder).wait
      return [
        "cpu": .init(workload: EngineFixture.note("cpu", in: folder) + "; sleep 600"),
        "gpu": .init(workload: gate),
      ]
    }
    let gate = Gate("gpu", in: fixture.folder)
    let id = try await fixture.engine.start(fixture.request("cpu", "gpu", repeats: 2))
    try await fixture.waitForDiary("cpu")
    await fixture.engine.stop(lane: 0, of: id)
    #expect(await fixture.engine.batch(id)?.lanes[0].phase == .ended)
    #expect(await fixture.engine.batch(id)?.isOver == false)
    gate.open()
    gate.open()
    let (batch, _) = try #require(await fixture.engine.waitForEnd(of: id))
    #expect(batch.lanes.map(\.workloadRuns.count) == [1, 2])
    await fixture.engine.close()
  }

  @Test func stoppingTheBatchLetsNoMoreBegin() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { folder in
      ["cpu": .init(workload: EngineFixture.note("cpu", in: folder) + "; sleep 600")]
    }
    let id = try await fixture.engine.start(fixture.request("cpu", repeats: 5))
    try await fixture.waitForDiary("cpu")
    await fixture.engine.stop(batch: id)
    let batch = try #require(await fixture.engine.batch(id))
    #expect(batch.lanes[0].phase == .ended && batch.lanes[0].workloadRuns.count == 1)
    await fixture.engine.close()
  }
}
