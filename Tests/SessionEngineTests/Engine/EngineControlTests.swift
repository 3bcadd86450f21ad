import Foundation
import ProcessRunner
import SessionEngine
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct EngineControlTests {
  /// Time that a test moves by hand.
  private final class Hand: Sendable {
    private let time = Mutex(Duration.zero)
    var now: Duration { time.withLock { $0 } }
    func move(_ pause: Duration) { time.withLock { $0 += pause } }
  }

  @Test func aPausedRunStandsStillAndItsPauseIsTold() async throws {
    let hand = Hand()
    let fixture = try EngineFixture(installed: ["cpu"], uptime: { hand.now }) { folder in
      // A child of another session is of the run, too.
      [
        "cpu": .init(
          workload: "setsid sh -c 'echo $$ > \"\(folder)/child\"; while :; do sleep 0.01; done' & "
            + "echo $$ > '\(folder)/parent'; " + Gate("end", in: folder).wait + "; kill $!")
      ]
    }
    let gate = Gate("end", in: fixture.folder)
    let run = try await fixture.startRun()
    var processes: [pid_t] = []
    try await waitUntil("both are there") {
      processes = try ["child", "parent"].compactMap { try fixture.processNumber(in: $0) }
      return processes.count == 2
    }
    hand.move(.seconds(5))
    try await fixture.engine.pause(run)
    try await waitUntil("both stand still") { processes.allSatisfy { state(of: $0) == "T" } }
    let paused = try #require(await fixture.engine.run(run))
    guard case .paused = paused.state else {
      Issue.record("\(paused.state)")
      return
    }
    #expect(paused.pausedAt != nil)
    await #expect(throws: Diagnosis.self) { try await fixture.engine.pause(run) }
    hand.move(.seconds(60))
    try await fixture.engine.resume(run)
    try await waitUntil("both go on") { processes.allSatisfy { state(of: $0) != "T" } }
    await #expect(throws: Diagnosis.self) { try await fixture.engine.resume(run) }
    #expect(await fixture.engine.run(run)?.pausedSeconds == 60)
    gate.open()
    let ended = try #require(await fixture.engine.waitForEnd(of: run))
    guard case .ended(let report) = ended.state else {
      Issue.record("\(ended.state)")
      return
    }
    #expect(report.outcome == .exited(0) && report.pausedSeconds == 60)
    await fixture.engine.close()
  }

  @Test func aPausedRunIsStoppedAsPolitelyAsAnyOther() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { folder in
      [
        "cpu": .init(
          workload: "trap 'echo saved; exit 3' INT; echo ready; while :; do sleep 0.05; done")
      ]
    }
    let run = try await fixture.startRun()
    try await waitUntil("it listens") { try await fixture.log(of: run).contains("ready") }
    try await fixture.engine.pause(run)
    await fixture.engine.stop(run)
    #expect(try await fixture.log(of: run).contains("saved"))
    await fixture.engine.close()
  }

  @Test func aPauseDoesNotCountForTheTimeOut() async throws {
    let hand = Hand()
    let fixture = try EngineFixture(installed: ["cpu"], uptime: { hand.now }) { folder in
      ["cpu": .init(workload: Gate("end", in: folder).wait)]
    }
    let gate = Gate("end", in: fixture.folder)
    let run = try await fixture.startRun(options: RunOptions(timeoutSeconds: 600))
    try await fixture.engine.pause(run)
    hand.move(.seconds(6000))
    try await fixture.engine.resume(run)
    gate.open()
    let ended = try #require(await fixture.engine.waitForEnd(of: run))
    #expect(ended.state.hasSucceeded)
    await fixture.engine.close()
  }

  @Test func namesAndPinsStayWithTheRun() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { _ in [:] }
    let (_, runs) = try await fixture.carryOut(fixture.request("cpu", name: "baseline"))
    let run = try #require(runs[0])
    #expect(run.name == "baseline" && !run.isPinned)
    try await fixture.engine.pin(run.id, true)
    try await fixture.engine.rename(run.id, " ")
    let after = try #require(await fixture.engine.run(run.id))
    #expect(after.name == nil && after.isPinned)
    await #expect(throws: Diagnosis.self) { try await fixture.engine.rename(RunID(99), "x") }
    await fixture.engine.close()
  }

  @Test func aTaskRunsWithItsArguments() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { _ in
      ["cpu": .init(tasks: ["test": "echo \"$0 $1 $SEED\""])]
    }
    let request = TaskRequest(
      name: "test", arguments: ["quick"], environment: "cpu", exercise: "exercise-1",
      options: RunOptions(variables: ["SEED": "7"]), size: EngineFixture.size)
    let id = try await fixture.engine.startTask(request)
    let run = try #require(await fixture.engine.waitForEnd(of: id))
    #expect(run.purpose == .task("test") && run.title == "test in cpu")
    #expect(run.commandLine.hasPrefix("SEED=7 "))
    #expect(try await fixture.log(of: id) == "test quick 7\n")
    let missing = TaskRequest(
      name: "paint", environment: "cpu", exercise: "exercise-1", size: EngineFixture.size)
    await #expect(throws: Diagnosis.self) { try await fixture.engine.startTask(missing) }
    await fixture.engine.close()
  }

  private func state(of process: pid_t) -> String? {
    let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return text?.split(separator: ")").last?.split(separator: " ").first.map(String.init)
  }
}
