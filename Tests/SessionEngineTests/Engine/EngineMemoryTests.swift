import Foundation
import ProcessRunner
import SessionEngine
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct EngineMemoryTests {
  private func fixture(
    _ script: String, in directory: TemporaryDirectory? = nil,
    hooks: ScriptedProvider.Hooks = .init(), metricFiles: [String] = []
  ) async throws -> EngineFixture {
    let directory = try directory ?? TemporaryDirectory()
    return try EngineFixture(
      installed: ["cpu"], in: directory, memory: await EngineFixture.memory(in: directory),
      hooks: hooks, metricFiles: metricFiles
    ) { folder in
      [
        "cpu": .init(workload: script.replacing("GATE", with: Gate("end", in: folder).wait)),
        "gpu": .init(installs: ["true"]),
      ]
    }
  }

  /// What another program reads of a workspace.
  private func read<Value: Sendable>(
    _ fixture: EngineFixture, _ work: (any RunHistory) throws -> Value
  ) async throws -> Value {
    let memory = await EngineFixture.memory(in: fixture.directory)
    let history = try #require(memory.history)
    let value = try work(history)
    await memory.close()
    return value
  }

  @Test func everyFigureIsKeptCompleteAndInOrder() async throws {
    let package = StoredPackage(name: "pytorch", version: "2.7.1", build: "cuda129", kind: "conda")
    let fixture = try await fixture(
      "echo event=start framework=torch version=2.13.0 device=cpu epochs=9; "
        + "awk 'BEGIN { for (i = 1; i <= 5000; i++) print \"step=\" i \" loss=\" i / 8 }'",
      hooks: .init(packages: [package]))
    let (_, runs) = try await fixture.carryOut(fixture.request("cpu"))
    let id = try #require(runs[0]?.id)
    await fixture.engine.close()
    let (run, points, packages) = try await read(fixture) { history in
      (
        try history.run(id), try history.points(of: id, series: "loss", limit: nil),
        try history.packages(of: id)
      )
    }
    #expect(points.map(\.value) == (1...5000).map { Double($0) / 8 })
    #expect(points.map(\.step) == (1...5000).map { $0 })
    #expect(points.allSatisfy { $0.seconds >= 0 })
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.seconds <= $1.seconds })
    #expect(packages == [package])
    #expect(run?.ending == .exited(0) && run?.batch != nil && run?.seconds ?? 0 > 0)
    #expect(run?.facts["framework"] == "torch" && run?.facts["version"] == "2.13.0")
    #expect(run?.facts["device"] == "cpu" && run?.facts["epochs"] == "9")
  }

  @Test func aSecondSessionGoesOnWithTheNumbers() async throws {
    let first = try await fixture("true")
    let (_, runs) = try await first.carryOut(first.request("cpu", repeats: 2))
    #expect(runs[0]?.id == RunID(2))
    await first.engine.close()
    let second = try await fixture("true", in: first.directory)
    let (_, later) = try await second.carryOut(second.request("cpu"))
    #expect(later[0]?.id == RunID(3))
    // Both sessions have a first batch, and they are not one.
    let history = try await second.engine.history()
    #expect(history.map(\.id.number) == [3, 2, 1])
    #expect(history[0].batch != history[1].batch && history[1].batch == history[2].batch)
    await second.engine.close()
  }

  @Test func whoOnlyLooksRunsAndInstallsNothing() async throws {
    let directory = try TemporaryDirectory()
    try directory.write("", to: "workspace/exercise-1/train.py")
    let workspace = directory.url.appending(path: "workspace")
    let first = await WorkshopMemory.open(
      workspace: workspace, role: .console(WorkspaceLock.acquire(in: workspace)))
    let second = await WorkshopMemory.open(
      workspace: workspace, role: .console(WorkspaceLock.acquire(in: workspace)))
    let fixture = try EngineFixture(installed: ["cpu"], in: directory, memory: second) { folder in
      let note = EngineFixture.note("ran", in: folder)
      return ["cpu": .init(workload: note), "gpu": .init(installs: [note], workload: note)]
    }
    let (batch, runs) = try await fixture.carryOut(fixture.request("cpu", "gpu"))
    #expect(runs.allSatisfy { $0 == nil })
    for lane in batch.lanes {
      guard case .failed(let diagnosis) = lane.phase else {
        Issue.record("\(lane.phase)")
        continue
      }
      #expect(diagnosis.says.contains("Another console has this workspace"))
    }
    await #expect(throws: Diagnosis.self) {
      try await fixture.engine.startPrefetch { .init(segment: 0, kind: .talk) }
    }
    #expect(fixture.diary.isEmpty)
    await fixture.engine.close()
    await first.close()
  }

  @Test func figuresOfAFileAreKeptLikePrintedOnes() async throws {
    let fixture = try await fixture(
      "awk 'BEGIN { print \"step,val_loss\"; for (i = 1; i <= 300; i++) print i \",\" i / 4 }' "
        + "> figures.csv; echo step=1 loss=0.5",
      metricFiles: ["*.csv"])
    let (_, runs) = try await fixture.carryOut(fixture.request("cpu"))
    let id = try #require(runs[0]?.id)
    await fixture.engine.close()
    let (inFile, printed) = try await read(fixture) { history in
      (
        try history.points(of: id, series: "val_loss", limit: nil),
        try history.points(of: id, series: "loss", limit: nil)
      )
    }
    #expect(inFile.map(\.value) == (1...300).map { Double($0) / 4 })
    #expect(printed.map(\.value) == [0.5])
    #expect(await fixture.engine.run(id)?.metrics.last("val_loss") == 75)
  }

  @Test func runsThatAreKeptAndRunsThatGoOnAreCompared() async throws {
    let figures =
      "for e in 1 2 3; do echo epoch=$e step=$e loss=0.$e accuracy=0.9$e images_per_second=${e}00; done"
    let first = try await fixture(figures)
    let (_, runs) = try await first.carryOut(first.request("cpu"))
    let old = try #require(runs[0]?.id)
    // At once after its end, before the last figures need have been written.
    let (_, again) = try await first.carryOut(first.request("cpu"))
    let fresh = try await first.engine.comparison(of: [old, try #require(again[0]?.id)])
    let speeds = fresh.figures.first { $0.id == "images_per_second" }
    #expect(speeds?.values.map { $0?.median } == [200, 200])
    await first.engine.close()

    let second = try await fixture(figures + "; GATE", in: first.directory)
    let live = try await second.startRun()
    try await waitUntil("the live run's figures are read") {
      await second.engine.run(live)?.metrics.epochs.count ?? 0 >= 2
    }
    try await waitUntil("the live run's figures take part") {
      let comparison = try await second.engine.comparison(of: [old, live])
      return comparison.figures.first { $0.id == "images_per_second" }?.values[1] != nil
    }
    let comparison = try await second.engine.comparison(of: [old, live])
    #expect(comparison.sides.map(\.runs) == [[old], [live]])
    #expect(comparison.sides.map(\.succeeded) == [1, 0])
    #expect(comparison.sentences.contains { $0.contains("still runs") })
    await #expect(throws: Diagnosis.self) {
      try await second.engine.comparison(of: [old, RunID(99)])
    }
    await second.engine.close()
  }
}
