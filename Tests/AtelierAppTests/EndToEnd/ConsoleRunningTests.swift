import Foundation
import TerminalCore
import TestSupport
import Testing

extension EndToEnd {
  @Suite(.serialized) struct ConsoleRunningTests {
    private func open(
      _ sandbox: Sandbox, size: Size = Size(columns: 200, rows: 60)
    ) async throws -> ConsoleUnderTest {
      try await ConsoleUnderTest(
        in: sandbox, size: size,
        arguments: ["--start", "now", "--exercises", Sandbox.programs])
    }

    @Test func runsSideBySideWithPixi() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, cuda: "12.4", delay: 0.2) })
      let console = try await open(sandbox)
      try await console.open(.pair)
      try await console.waitForText("pixi")
      await console.press(.character("d"))
      try await console.waitForText("install", "-e first", "-e second", "--frozen")
      #expect(try sandbox.pixiCalls().allSatisfy { $0.command != "install" })
      await console.press(.enter)

      try await console.waitForText(
        "figures of 0.4 are complete", "figures of 0.2 are complete", "Both runs have finished.")
      try await console.waitForText("second is 2.0× as fast", "90.0", "97.0")

      let calls = try sandbox.pixiCalls()
      let installs = calls.filter { $0.command == "install" }
      #expect(installs.map { $0.arguments.suffix(2) } == [["-e", "first"], ["-e", "second"]])
      let runs = calls.filter { $0.command == "run" }
      #expect(
        Set(runs.map { Array($0.arguments.suffix(4)) }) == [
          ["--frozen", "-e", "first", "train"], ["--frozen", "-e", "second", "train"],
        ])
      // Nothing begins before what it needs has ended.
      #expect(installs.count == 2 && installs[0].end <= installs[1].start)
      #expect(runs.allSatisfy { $0.start >= installs[1].end })
      try await console.close()
      try await sandbox.marked.waitUntilGone()
    }

    @Test func showsPixisOwnWordsAndTheRemedyWithoutCUDA() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0) })
      let console = try await open(sandbox)
      try await console.open(.pair)
      try await console.waitForText("pixi")
      try await console.run(agreeingTo: "-e first")
      try await console.waitForText(
        "the environment 'first' does not support 'linux-64'", "missing virtual packages: __cuda",
        "Use the cpu environment here")
      try await console.close()
    }

    @Test func showsHowAProgramFailed() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0) })
      let console = try await open(sandbox)
      try await console.open(.failing)
      try await console.run(agreeingTo: "-e plain")
      try await console.waitForText("the program could not go on", "exit status 1")
      await console.press(.character("q"))
      #expect(try await console.exitStatus() == 0)
      try await console.close()
    }

    @Test func quittingAsksWhileARunIsAliveAndEndsIt() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0) })
      let console = try await open(sandbox)
      try await console.open(.patient)
      try await console.run(agreeingTo: "-e plain")
      try await console.waitForText("the program waits", "the child waits")
      await console.press(.character("q"))
      try await console.waitForText("Quit Atelier?", "train in plain")
      await console.press(.enter)
      #expect(try await console.exitStatus() == 0)
      try await console.expectRestoredTerminal()
      try await console.close()
      try await sandbox.marked.waitUntilGone()
    }

    @Test func oneKeyStopsARunWithAllItStarted() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0) })
      let console = try await open(sandbox)
      try await console.open(.patient)
      let before = sandbox.marked.alive().count
      try await console.run(agreeingTo: "-e plain")
      try await console.waitForText("the program waits", "the child waits")
      await console.press(.character("4"), .character("x"))
      try await console.wait("nothing of the run is left") {
        sandbox.marked.alive().count <= before
      }
      try await console.close()
    }
  }
}
