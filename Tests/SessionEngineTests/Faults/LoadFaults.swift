import Foundation
import ProcessRunner
import SessionEngine
import TestSupport
import Testing

extension FaultMatrix {
  @Suite(.serialized) struct LoadFaults {
    @Test func twoRunsOfOneEnvironmentStartedAtOnce() async throws {
      let fixture = try EngineFixture(installed: ["gpu"]) { folder in
        [
          "cpu": .init(
            installs: [EngineFixture.note("installed", in: folder)],
            workload: EngineFixture.note("ran", in: folder)), "gpu": EngineFixture.usable,
        ]
      }
      async let first = fixture.carryOut(fixture.request("cpu"))
      async let second = fixture.carryOut(fixture.request("cpu"))
      for (batch, runs) in [try await first, try await second] {
        #expect(batch.lanes[0].phase == .ended)
        let run = try #require(runs[0])
        #expect(run.purpose == .workload)
        #expect(run.state.hasSucceeded, "\(run.state)")
      }
      #expect(fixture.diary == ["installed", "ran", "ran"])
      try await fixture.expectUsable()
      await fixture.engine.close()
    }

    /// In a process of its own: what is counted in it belongs to these runs alone.
    @Test func sixtyFourRunsAtOnce() async {
      await #expect(processExitsWith: .success) {
        do { try await LoadFaults.runSixtyFour() } catch { Issue.record("\(error)") }
      }
    }

    private static func runSixtyFour() async throws {
      let names = (1...64).map { "run-\($0)" }
      let mark = MarkedProcesses()
      let fixture = try EngineFixture(
        installed: Set(names + ["gpu"]), environments: names + ["gpu"]
      ) {
        folder in
        let wait = Gate("together", in: folder).wait
        var scripts = Dictionary(
          uniqueKeysWithValues: names.map { name in
            (
              name,
              EngineFixture.Scripts(
                workload: EngineFixture.note(name, in: folder)
                  + "; \(wait); seq 1 2000; (sleep 600 &); echo last of \(name)")
            )
          })
        scripts["gpu"] = EngineFixture.usable
        return scripts
      }
      let gate = Gate("together", in: fixture.folder)
      // What the first run of all brings for good is no loss.
      try await fixture.expectUsable()
      let before = try Held.now()
      let id = try await fixture.engine.start(
        BatchRequest(
          exercise: "exercise-1", environments: names, size: EngineFixture.size,
          options: RunOptions(variables: mark.environment)))
      try await waitUntil("all 64 are here at once", detail: { "\(fixture.diary.count)" }) {
        fixture.diary.count == 64
      }
      for _ in names { gate.open() }
      let (batch, runs) = try #require(await fixture.engine.waitForEnd(of: id))
      try #require(batch.lanes.allSatisfy { $0.phase == .ended })
      try #require(mark.alive().isEmpty)
      let expected = (1...2000).map { "\($0)\n" }.joined()
      for (name, run) in zip(names, runs) {
        let run = try #require(run)
        try #require(run.state.hasSucceeded && run.logFault == nil, "\(run)")
        let log = try await fixture.log(of: run.id)
        try #require(log == expected + "last of \(name)\n", "\(name): \(log.suffix(80))")
      }
      // Their screens are kept, their threads and descriptors are not.
      try await waitUntil(
        "threads and descriptors are gone",
        detail: { "\(before) before, \(String(describing: try? Held.now()))" }
      ) {
        let now = try Held.now()
        return now.descriptors <= before.descriptors && now.terminalThreads == 0
      }
      let screen = await fixture.engine.screen(of: try #require(runs[63]).id, scrollOffset: 0)
      try #require(screen?.buffer.text.contains("last of run-64") == true)
      await fixture.engine.close()
    }

    /// What this process holds of the kernel.
    private struct Held {
      let descriptors: Int
      let terminalThreads: Int

      static func now() throws -> Held {
        let files = FileManager.default
        let names = try files.contentsOfDirectory(atPath: "/proc/self/task").map {
          (try? String(contentsOfFile: "/proc/self/task/\($0)/comm", encoding: .utf8)) ?? ""
        }
        return Held(
          descriptors: try files.contentsOfDirectory(atPath: "/proc/self/fd").count,
          terminalThreads: names.filter { $0 == "terminal\n" }.count)
      }
    }
  }
}
