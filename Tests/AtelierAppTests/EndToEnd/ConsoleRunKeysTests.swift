import Foundation
import TerminalCore
import TestSupport
import Testing

extension EndToEnd {
  /// The keys of a run's pane, with programs that really run.
  @Suite(.serialized) struct ConsoleRunKeysTests {
    private func open(
      _ sandbox: Sandbox, _ exercise: ListedExercise, agreeingTo command: String
    ) async throws -> ConsoleUnderTest {
      let console = try await ConsoleUnderTest(
        in: sandbox, size: Size(columns: 160, rows: 50),
        arguments: ["--start", "now", "--exercises", Sandbox.programs])
      try await console.open(exercise)
      try await console.run(agreeingTo: command)
      return console
    }

    @Test func whatWasPrintedIsSearchedAndTheFirstErrorFound() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0) })
      let console = try await open(sandbox, .scrolling, agreeingTo: "-e plain")
      try await console.waitForText("line 400 of 400", "exit status 1")
      await console.press(.character("!"))
      try await console.waitForText("Traceback (most recent call last):", "first error")
      try await console.waitForNoText("line 400 of 400")

      await console.press(.character("/"))
      await console.type("line 37")
      try await console.waitForText("2 of 11")
      await console.press(.enter)
      await console.press(.character("n"), .character("n"))
      try await console.waitForText("4 of 11", "line 372 of 400")
      await console.press(.character("N"), .character("N"), .character("N"))
      try await console.waitForText("1 of 11", "line 37 of 400")

      // What is looked back at fills its place when that grows.
      await console.press(.character("!"))
      try await console.waitForText("Traceback (most recent call last):")
      await console.press(.character("z"))
      try await console.wait("the output fills the screen around the error") {
        await console.rows().filter { $0.contains(" of 400") }.count > 35
      }
      try await console.close()
    }

    @Test func aRunThatAsksIsToldAndAnswered() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0) })
      let console = try await open(sandbox, .asking, agreeingTo: "-e plain")
      try await console.waitForText("It asks: Your name? Enter answers.")
      await console.press(.enter)
      await console.type("Ada\r")
      try await console.waitForText("hello Ada", "finished")
      try await console.close()
    }

    @Test func aRunStandsStillGoesOnAndStartsAgain() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0) })
      let console = try await open(sandbox, .patient, agreeingTo: "-e plain")
      try await console.waitForText("the program waits", "the child waits")
      await console.press(.character("p"))
      try await console.waitForText("paused")
      await console.press(.character("p"))
      try await console.waitForText("running")
      await console.press(.character("a"))
      await console.press(.character("R"))
      try await console.wait("one is stopped, and one like it runs") {
        let rows = await console.rows().filter { $0.contains("train in plain") }
        return rows.count == 2 && rows[0].contains("running") && rows[1].contains("stopped")
      }
      await console.press(.escape)
      try await console.waitForText("the program waits", "the child waits")
      await console.press(.character("x"))
      try await console.waitForText("stopped")
      try await console.close()
      try await sandbox.marked.waitUntilGone()
    }

    @Test func twoEndedRunsAreComparedOnTheWholeScreen() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, cuda: "12.4") })
      let console = try await ConsoleUnderTest(
        in: sandbox, size: Size(columns: 160, rows: 50),
        arguments: ["--start", "now", "--exercises", Sandbox.programs])
      try await console.open(.pair)
      try await console.run(.character("d"), agreeingTo: "-e first")
      try await console.waitForText("Both runs have finished.")
      await console.press(.character("c"))
      try await console.waitForText(
        "Comparison · pair", "loss over epoch", "Images per second", "1 200", "2 400", "2.00×",
        "One run each cannot tell")
      await console.press(.character("s"))
      try await console.waitForText("series 2 of 3")
      await console.press(.escape)
      try await console.waitForNoText("Comparison · pair")
      try await console.close()
    }
  }
}
