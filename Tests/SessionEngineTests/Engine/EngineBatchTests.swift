import Foundation
import ProcessRunner
import SessionEngine
import TestSupport
import Testing

@Suite struct EngineBatchTests {
  private func note(_ word: String, _ folder: String) -> String {
    EngineFixture.note(word, in: folder)
  }

  @Test func installsOneAfterAnotherThenStartsAllTogether() async throws {
    let fixture = try EngineFixture { folder in
      let meeting = Gate("meeting", in: folder).wait
      return [
        "cpu": .init(
          installs: [note("cpu 1", folder), note("cpu 2", folder)],
          workload: note("run", folder) + "; " + meeting),
        "gpu": .init(
          installs: [note("gpu 1", folder)], workload: note("run", folder) + "; " + meeting),
      ]
    }
    let gate = Gate("meeting", in: fixture.folder)
    let id = try await fixture.engine.start(fixture.request("cpu", "gpu"))
    // Each waits at the gate: both are here only when neither waits for the other's end.
    try await waitUntil("both runs are here") {
      fixture.diary.filter { $0 == "run" }.count == 2
    }
    gate.open()
    gate.open()
    let (batch, runs) = try #require(await fixture.engine.waitForEnd(of: id))
    #expect(fixture.diary == ["cpu 1", "cpu 2", "gpu 1", "run", "run"])
    #expect(batch.lanes.map(\.phase) == [.ended, .ended])
    #expect(runs.map { $0?.title } == ["train in cpu", "train in gpu"])
    #expect(runs.allSatisfy { $0?.state.hasSucceeded == true })
    await fixture.engine.close()
  }

  @Test func nobodyInstallsWhileAnotherDoes() async throws {
    let fixture = try EngineFixture { folder in
      // A folder can be made once: the one who finds it there has come too early.
      let body = "mkdir '\(folder)/busy' || exit 9; true; rmdir '\(folder)/busy'"
      return ["cpu": .init(installs: [body, body]), "gpu": .init(installs: [body, body])]
    }
    let first = try await fixture.engine.start(fixture.request("cpu", onlyInstalls: true))
    let second = try await fixture.engine.start(fixture.request("gpu", onlyInstalls: true))
    for id in [first, second] {
      let ended = try #require(await fixture.engine.waitForEnd(of: id))
      #expect(ended.batch.lanes.map(\.phase) == [.ended])
    }
    await fixture.engine.close()
    try await waitUntil("all events are here") { fixture.events.hasEnded }
    let order = fixture.events.runs.map(\.environment)
    let changes = zip(order, order.dropFirst()).filter { $0 != $1 }
    #expect(changes.count == 1, "\(order)")
  }

  @Test func anInstallThatFailsLeavesTheOtherLaneAlone() async throws {
    let fixture = try EngineFixture { folder in
      [
        "cpu": .init(installs: ["exit 3", note("never", folder)], workload: note("cpu", folder)),
        "gpu": .init(installs: ["true"], workload: note("gpu", folder)),
      ]
    }
    let (batch, runs) = try await fixture.carryOut(fixture.request("cpu", "gpu"))
    let log = try #require(runs[0]?.log)
    #expect(
      batch.lanes.map(\.phase) == [
        .failed(
          .init(
            says: "step 1 of cpu: exit status 3.",
            remedy: "Every line it printed is in \(log).")),
        .ended,
      ])
    #expect(FileManager.default.fileExists(atPath: log))
    #expect(fixture.diary == ["gpu"])
    await fixture.engine.close()
  }

  @Test func aKnownFaultOfAnInstallIsTheLanesReason() async throws {
    let fixture = try EngineFixture { _ in
      ["cpu": .init(installs: ["echo a known fault; exit 1"])]
    }
    let (batch, runs) = try await fixture.carryOut(fixture.request("cpu", onlyInstalls: true))
    let diagnosis = try #require(runs[0]?.diagnosis)
    #expect(diagnosis.says == "A known fault.")
    #expect(batch.lanes[0].phase == .failed(diagnosis))
    await fixture.engine.close()
  }

  @Test func onlyInstallsRunsNothing() async throws {
    let fixture = try EngineFixture { folder in
      ["cpu": .init(installs: [note("install", folder)], workload: note("run", folder))]
    }
    let (batch, _) = try await fixture.carryOut(fixture.request("cpu", onlyInstalls: true))
    #expect(batch.lanes[0].phase == .ended)
    #expect(fixture.diary == ["install"])
    #expect(fixture.provider.has("cpu"))
    let again = try await fixture.carryOut(fixture.request("cpu", onlyInstalls: true))
    #expect(again.0.lanes[0].phase == .ended)
    #expect(again.1 == [nil])
    #expect(fixture.diary == ["install"])
    await fixture.engine.close()
  }

  @Test func tellsOfTheEnvironmentsAfterEveryInstall() async throws {
    let fixture = try EngineFixture { _ in
      ["cpu": .init(installs: ["true"]), "gpu": .init(installs: ["exit 1"])]
    }
    _ = try await fixture.carryOut(fixture.request("cpu", "gpu", onlyInstalls: true))
    await fixture.engine.close()
    try await waitUntil("all events are here") { fixture.events.hasEnded }
    let installed = fixture.events.statuses.map { $0.filter(\.isInstalled).map(\.name) }
    #expect(installed == [["cpu"], ["cpu"]])
  }

  @Test func plansTheExactCommands() async throws {
    let fixture = try EngineFixture(installed: ["gpu"]) { _ in
      [
        "cpu": .init(installs: ["echo 1", "echo 2"], workload: "echo 'run it'"),
        "gpu": .init(installs: ["echo 3"], workload: "true"),
      ]
    }
    let plan = try await fixture.engine.plannedCommands(fixture.request("cpu", "gpu"))
    #expect(plan.installs == ["/bin/sh -c 'echo 1'", "/bin/sh -c 'echo 2'"])
    let (_, runs) = try await fixture.carryOut(fixture.request("cpu", "gpu"))
    #expect(plan.runs == runs.map { $0?.commandLine ?? "" })
    let bare = try await fixture.engine.plannedCommands(
      fixture.request("bare", onlyInstalls: true))
    #expect(bare.installs.isEmpty && bare.runs.isEmpty)
    await fixture.engine.close()
  }

  @Test func refusesWhatIsNotThereBeforeAnythingStarts() async throws {
    let fixture = try EngineFixture { _ in [:] }
    let wrong = [
      (fixture.request("tpu"), "cpu, gpu, bare"), (fixture.request("bare"), "cpu, gpu"),
      (BatchRequest(exercise: "exercise-1", environments: [], size: .zero), "Name one"),
      (BatchRequest(exercise: "nine", environments: ["cpu"], size: .zero), "exercise-1"),
    ]
    for (request, remedy) in wrong {
      let started = await #expect(throws: Diagnosis.self) {
        try await fixture.engine.start(request)
      }
      #expect(started?.remedy.contains(remedy) == true)
      let planned = await #expect(throws: Diagnosis.self) {
        try await fixture.engine.plannedCommands(request)
      }
      #expect(planned == started)
    }
    await fixture.engine.close()
    #expect(fixture.events.batches.isEmpty)
  }
}
