import Foundation
import ProcessRunner
import SessionEngine
import TerminalCore
import TestSupport
import Testing

@Suite struct EngineRunTests {
  private func run(_ workload: String) async throws -> (RunSnapshot, EngineFixture) {
    let fixture = try EngineFixture(installed: ["cpu"]) { _ in ["cpu": .init(workload: workload)] }
    let (_, runs) = try await fixture.carryOut(fixture.request("cpu"))
    await fixture.engine.close()
    try await waitUntil("all events are here") { fixture.events.hasEnded }
    return (try #require(runs[0]), fixture)
  }

  @Test(
    arguments: [
      ("exit 0", .exited(0), 0, "finished"),
      ("exit 7", .exited(7), 7, "exit status 7"),
      ("exit 139", .exited(139), 139, "exit status 139, as after SIGSEGV"),
      ("kill -9 $$", .signaled(9), 137, "killed (SIGKILL): stopped from outside, or out of memory"),
      ("kill -11 $$", .signaled(11), 139, "ended by SIGSEGV"),
    ] as [(String, ExitReport.Outcome, Int32, String)])
  func tellsHowItEnded(
    script: String, outcome: ExitReport.Outcome, code: Int32, words: String
  ) async throws {
    let (run, _) = try await run(script)
    guard case .ended(let report) = run.state else {
      Issue.record("\(run.state)")
      return
    }
    #expect(report.outcome == outcome)
    #expect(report.exitCode == code)
    #expect(report.words == words)
    #expect(run.state.hasSucceeded == (code == 0))
  }

  @Test func theEndHasTheLastFigures() async throws {
    let (run, fixture) = try await run(
      """
      echo 'framework=torch version=2.1 device=cpu epochs=3 steps_per_epoch=2'
      for epoch in 1 2; do echo "epoch=$epoch loss=0.$epoch accuracy=0.8 images_per_second=10"; done
      printf 'epoch=3 loss=0.05 accuracy=0.91 images_per_second=12'
      """)
    #expect(run.metrics.epochs.map(\.epoch) == [1, 2, 3])
    #expect(run.metrics.accuracy == 0.91)
    #expect(run.metrics.device == "cpu")
    #expect(fixture.events.runs.last == run)
  }

  @Test func theLogHasEveryByte() async throws {
    let (run, fixture) = try await run("printf 'one\\n\\033[31mtwo\\033[0m\\377\\000end'")
    let bytes = try Data(contentsOf: URL(filePath: try #require(run.log)))
    #expect(bytes == Data("one\r\n\u{1B}[31mtwo\u{1B}[0m".utf8) + [0xFF, 0x00] + Data("end".utf8))
    #expect(run.logFault == nil)
    #expect(run.log?.hasPrefix(fixture.folder) == true)
  }

  @Test func theProgramIsToldOfItsOwnTerminalNotTheOuterOne() async throws {
    let (run, fixture) = try await run("printf '%s' \"$TERM ${TMUX-none}\"")
    let bytes = try Data(contentsOf: URL(filePath: try #require(run.log)))
    #expect(String(decoding: bytes, as: UTF8.self) == "xterm-256color none")
    #expect(run.log?.hasPrefix(fixture.folder) == true)
  }

  @Test func aLogThatCannotBeKeptIsTold() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { _ in [:] }
    try fixture.directory.write("in the way", to: "workspace/.atelier")
    let (_, runs) = try await fixture.carryOut(fixture.request("cpu"))
    let run = try #require(runs[0])
    #expect(run.log == nil)
    #expect(run.logFault?.hasPrefix("No log is kept: ") == true)
    #expect(run.state.hasSucceeded)
    await fixture.engine.close()
  }

  @Test func aFolderThatIsGoneIsARunThatDidNotStart() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { _ in [:] }
    try FileManager.default.removeItem(
      at: fixture.directory.url.appending(path: "workspace/exercise-1"))
    let (batch, runs) = try await fixture.carryOut(fixture.request("cpu"))
    #expect(batch.isOver)
    let run = try #require(runs[0])
    guard case .ended(let report) = run.state, case .failedToStart = report.outcome else {
      Issue.record("\(run.state)")
      return
    }
    #expect(report.exitCode == 127)
    #expect(run.diagnosis?.says == "train in cpu did not start.")
    #expect(run.diagnosis?.remedy.contains("exercise-1") == true)
    await fixture.engine.close()
  }

  @Test func withoutASupervisorARunEndsAndSaysSo() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { _ in [:] }
    let before = fixture.engine.configuration
    let engine = Engine(
      configuration: EngineConfiguration(
        workshop: before.workshop, workspace: before.workspace, provider: before.provider,
        supervisor: SupervisorLauncher(executablePath: fixture.folder + "nowhere")))
    let id = try await engine.start(fixture.request("cpu"))
    let ended = try #require(await engine.waitForEnd(of: id))
    #expect(ended.runs[0]?.state.isAlive == false)
    #expect(ended.runs[0]?.diagnosis?.remedy.contains("nowhere") == true)
    await engine.close()
    await fixture.engine.close()
  }

  @Test func aShellTakesKeysAndEndsWithoutADiagnosis() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { _ in
      ["cpu": .init(shell: "read word; echo \"heard $word\"; read word; exit 1")]
    }
    let id = try await fixture.engine.openShell(
      in: "cpu", of: "exercise-1", size: EngineFixture.size)
    await fixture.engine.resize(id, to: Size(columns: 30, rows: 5))
    // Keys have no place to go before the program runs.
    try await waitUntil("the shell runs") {
      if case .running? = await fixture.engine.run(id)?.state { return true }
      return false
    }
    for character in "hi" { await fixture.engine.send(.character(character), to: id) }
    await fixture.engine.send(KeyPress(.enter), to: id)
    try await waitUntil("the shell has answered") {
      let screen = await fixture.engine.screen(of: id, scrollOffset: 0)
      return screen?.buffer.text.contains("heard hi") == true
    }
    #expect(
      await fixture.engine.screen(of: id, scrollOffset: 0)?.buffer.size
        == Size(columns: 30, rows: 5))
    await fixture.engine.paste("bye\n", to: id)
    let run = try #require(await fixture.engine.waitForEnd(of: id))
    #expect(run.diagnosis == nil)
    #expect(await fixture.engine.waitForEnd(of: RunID(99)) == nil)
    await fixture.engine.close()
  }

  @Test func aShellKnowsTheWorkspaceInFront() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { _ in
      ["cpu": .init(shell: "echo \"works in $ATELIER_WORKSPACE\"; read word")]
    }
    let before = fixture.engine.configuration
    let engine = Engine(
      configuration: EngineConfiguration(
        workshop: before.workshop, workspace: before.workspace, provider: before.provider,
        supervisor: before.supervisor,
        ownCommand: OwnCommand(folder: nil, variables: ["ATELIER_WORKSPACE": "/here"])))
    let id = try await engine.openShell(in: "cpu", of: "exercise-1", size: EngineFixture.size)
    try await waitUntil("the shell has said it") {
      await engine.screen(of: id, scrollOffset: 0)?.buffer.text.contains("works in /here") == true
    }
    await engine.close()
    await fixture.engine.close()
  }

  @Test func withoutItsEnvironmentAShellIsPlainAndSaysWhy() async throws {
    let fixture = try EngineFixture { _ in [:] }
    let id = try await fixture.engine.openShell(
      in: "cpu", of: "exercise-1", size: EngineFixture.size)
    let shell = try #require(await fixture.engine.run(id))
    #expect(shell.title == "A shell without an environment: cpu is not installed.")
    #expect(shell.isPlainShell)
    await fixture.engine.close()
  }

  @Test func aPlainShellCanBeHadBesideAnInstalledEnvironment() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { _ in [:] }
    let plain = try await fixture.engine.openShell(
      in: "cpu", of: "exercise-1", size: EngineFixture.size, isPlain: true)
    #expect(await fixture.engine.run(plain)?.title == "A shell without an environment")
    let again = try await fixture.engine.restart(plain)
    #expect(await fixture.engine.run(again)?.isPlainShell == true)
    let inside = try await fixture.engine.openShell(
      in: "cpu", of: "exercise-1", size: EngineFixture.size)
    #expect(await fixture.engine.run(inside)?.title == "shell in cpu")
    #expect(await fixture.engine.run(inside)?.isPlainShell == false)
    await fixture.engine.close()
  }

  @Test func aViewThatIsScrolledBackStaysWhereItIs() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { folder in
      let gate = Gate("more", in: folder).wait
      return ["cpu": .init(workload: "seq 1 40; \(gate); seq 41 60; \(gate)")]
    }
    let gate = Gate("more", in: fixture.folder)
    let id = RunID(1)
    _ = try await fixture.engine.start(fixture.request("cpu"))
    func screen(_ offset: Int, asOf moment: Int? = nil) async throws -> TerminalSnapshot {
      try #require(
        await fixture.engine.screen(of: id, scrollOffset: offset, asOf: moment))
    }
    try await waitUntil("forty lines are there") {
      await fixture.engine.screen(of: id, scrollOffset: 0)?.buffer.text.contains("40") == true
    }
    let before = try await screen(5)
    gate.open()
    try await waitUntil("sixty lines are there") {
      await fixture.engine.screen(of: id, scrollOffset: 0)?.buffer.text.contains("60") == true
    }
    let after = try await screen(5, asOf: before.totalScrolledLines)
    #expect(after.buffer.text == before.buffer.text)
    #expect(after.scrollOffset == 25)
    gate.open()
    await fixture.engine.close()
  }

  @Test func describesTheProviderWithTheReasonForIt() async throws {
    let fixture = try EngineFixture { _ in [:] }
    let description = await fixture.engine.describeProvider()
    #expect(description.notes == ["It was asked for.", "scripted"])
    await fixture.engine.close()
    try await waitUntil("all events are here") { fixture.events.hasEnded }
    #expect(fixture.events.all == [.provider(description)])
  }
}
