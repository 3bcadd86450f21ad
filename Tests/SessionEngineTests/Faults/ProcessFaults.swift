import Foundation
import Glibc
import ProcessRunner
import SessionEngine
import TestSupport
import Testing

extension FaultMatrix {
  @Suite(.serialized) struct ProcessFaults {
    /// Runs a script with a mark until it has printed `ready`.
    private func start(
      _ script: String, _ mark: MarkedProcesses
    ) async throws -> (EngineFixture, RunID) {
      let fixture = try EngineFixture(installed: ["cpu", "gpu"]) { _ in
        ["cpu": .init(workload: script), "gpu": EngineFixture.usable]
      }
      let run = try await fixture.startRun(options: RunOptions(variables: mark.environment))
      try await waitUntil("the run is ready") { try await fixture.log(of: run).contains("ready") }
      return (fixture, run)
    }

    private func outcome(_ fixture: EngineFixture, _ id: RunID) async throws -> ExitReport {
      let run = try #require(await fixture.engine.waitForEnd(of: id))
      guard case .ended(let report) = run.state else {
        Issue.record("\(run.state)")
        return ExitReport(outcome: .unknown, seconds: 0)
      }
      return report
    }

    @Test func aChildThatIgnoresTERM() async throws {
      let mark = MarkedProcesses()
      let (fixture, run) = try await start(
        "trap '' INT TERM HUP; sh -c 'trap \"\" INT TERM HUP; while :; do sleep 60; done' & "
          + "echo ready; while :; do sleep 60; done", mark)
      #expect(mark.alive().count >= 2)
      await fixture.engine.stop(run)
      #expect(mark.alive().isEmpty)
      let report = try await outcome(fixture, run)
      #expect(report.outcome == .signaled(SIGKILL) && report.words == "stopped (SIGKILL)")
      #expect(try await fixture.log(of: run) == "ready\n")
      try await fixture.expectUsable()
      await fixture.engine.close()
    }

    /// The program is over, so its run is: what it left behind is ended, and not shown as running.
    @Test func aChildThatForksAndExits() async throws {
      let mark = MarkedProcesses()
      let fixture = try EngineFixture(installed: ["cpu", "gpu"]) { _ in
        [
          "cpu": .init(
            workload: "(trap '' INT HUP; echo child; while :; do sleep 60; done) & "
              + "sleep 0.2; echo parent; exit 0"), "gpu": EngineFixture.usable,
        ]
      }
      let request = fixture.request("cpu", options: RunOptions(variables: mark.environment))
      let (_, runs) = try await fixture.carryOut(request)
      #expect(mark.alive().isEmpty, "the end was told before all was gone")
      let run = try #require(runs[0])
      #expect(run.state.hasSucceeded)
      #expect(try await fixture.log(of: run.id) == "child\nparent\n")
      try await fixture.expectUsable()
      await fixture.engine.close()
    }

    @Test func aChildThatForksTwiceAndLeavesItsSession() async throws {
      let mark = MarkedProcesses()
      let (fixture, run) = try await start(
        "setsid sh -c 'trap \"\" INT TERM HUP; (setsid sh -c \"trap \\\"\\\" INT TERM HUP; "
          + "while :; do sleep 60; done\" </dev/null >/dev/null 2>&1 &)' & wait; "
          + "echo ready; sleep 600", mark)
      try await mark.waitUntilAlive(3)
      await fixture.engine.stop(run)
      #expect(mark.alive().isEmpty)
      #expect(try await outcome(fixture, run).stopReason == "stopped")
      try await fixture.expectUsable()
      await fixture.engine.close()
      #expect(mark.alive().isEmpty)
    }

    /// Killed from outside, the run says so and does not pretend to know why.
    @Test func aChildIsKilledFromOutside() async throws {
      let mark = MarkedProcesses()
      let (fixture, run) = try await start("sleep 600 & echo ready; wait", mark)
      guard case .running(let process)? = await fixture.engine.run(run)?.state else {
        Issue.record("it does not run")
        return
      }
      kill(process, SIGKILL)
      let report = try await outcome(fixture, run)
      #expect(report.outcome == .signaled(SIGKILL) && report.stopReason == nil)
      #expect(report.words == "killed (SIGKILL): stopped from outside, or out of memory")
      #expect(mark.alive().isEmpty)
      try await fixture.expectUsable()
      await fixture.engine.close()
    }

    /// The supervisor gone, nobody saw the end: the run is told so, and the terminal's hang-up
    /// reaches what it left.
    @Test func theSupervisorIsKilled() async throws {
      let mark = MarkedProcesses()
      let (fixture, run) = try await start("echo ready; sleep 600", mark)
      guard case .running(let process)? = await fixture.engine.run(run)?.state else {
        Issue.record("it does not run")
        return
      }
      let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
      let parent = status.split(separator: "\n").first { $0.hasPrefix("PPid:") }
      let supervisor = try #require(parent?.split(separator: "\t").last.flatMap { pid_t($0) })
      kill(supervisor, SIGKILL)
      let report = try await outcome(fixture, run)
      #expect(report.outcome == .unknown && report.words == "ended, nobody saw how")
      try await mark.waitUntilGone()
      try await fixture.expectUsable()
      await fixture.engine.close()
    }

    /// Where a group of processes may be given a limit: only then it is known why one is killed.
    @Test(.enabled("No memory control group may be made here.", { MemoryLimit.isAllowed }))
    func theKernelKillsForWantOfMemory() async throws {
      let limit = MemoryLimit(name: "atelier-test-\(UUID().uuidString)")
      let fixture = try EngineFixture(installed: ["cpu", "gpu"]) { _ in
        [
          "cpu": .init(
            // It grows as a program does, so that it has been looked at before it is killed.
            workload: limit.script + "echo begun; exec python3 -c 'import time\n"
              + "x = []\nwhile True: x.append(bytearray(1 << 20)); time.sleep(0.02)'"),
          "gpu": EngineFixture.usable,
        ]
      }
      let (_, runs) = try await fixture.carryOut(fixture.request("cpu"))
      limit.remove()
      let run = try #require(runs[0])
      guard case .ended(let report) = run.state else {
        Issue.record("\(run.state)")
        return
      }
      #expect(report.words == "killed (SIGKILL): out of memory", "\(report)")
      #expect(try await fixture.log(of: run.id) == "begun\n")
      try await fixture.expectUsable()
      await fixture.engine.close()
    }
  }
}
