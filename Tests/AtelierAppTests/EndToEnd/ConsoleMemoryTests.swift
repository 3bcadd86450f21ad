import Foundation
import TerminalCore
import TestSupport
import Testing

extension EndToEnd {
  /// What one console leaves to the next, and to one beside it.
  @Suite(.serialized) struct ConsoleMemoryTests {
    private func open(_ sandbox: Sandbox) async throws -> ConsoleUnderTest {
      try await ConsoleUnderTest(
        in: sandbox, size: Size(columns: 160, rows: 50),
        arguments: ["--start", "now", "--exercises", Sandbox.programs])
    }

    @Test func aRunOfAnEarlierSessionIsListedAndNamed() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, cuda: "12.4") })
      let first = try await open(sandbox)
      try await first.open(.pair)
      try await first.run(agreeingTo: "-e first")
      try await first.waitForText("train in first has finished.")
      await first.press(.character("q"))
      #expect(try await first.exitStatus() == 0)
      try await first.close()

      let second = try await open(sandbox)
      await second.press(.character("R"))
      try await second.waitForText("All runs", "train in first", "loss 0.400 · 90.0 %")
      await second.press(.character("m"))
      try await second.waitForText("Name of run")
      await second.type("the kept one\r")
      try await second.wait("the list has the name") {
        let rows = await second.rows()
        return rows.contains { $0.contains("the kept one") && $0.contains("finished") }
      }
      await second.press(.character("p"))
      try await second.wait("the run is pinned") {
        let rows = await second.rows()
        return rows.contains { $0.contains("★") && $0.contains("the kept one") }
      }
      try await second.close()
      let kept = try await sandbox.atelier("runs")
      #expect(kept.output.contains("the kept one") && kept.output.contains("*"), "\(kept)")
    }

    @Test func aSecondConsoleOnlyLooksAndSaysWhoHasTheWorkspace() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0) })
      let first = try await open(sandbox)
      try await first.waitForText("pixi")
      let holder = try await first.process()
      let second = try await open(sandbox)
      try await second.waitForText("Read-only: quit the other console (process \(holder))")
      try await second.open(.patient)
      await second.press(.character("r"))
      try await second.wait("the console says why nothing runs") {
        await second.rows().filter { $0.contains("Read-only") }.count == 2
      }
      // Not even the starter files were copied.
      #expect(!FileManager.default.fileExists(atPath: sandbox.workspace + "/patient"))
      #expect(await !second.screen().contains("Run patient"))
      try await second.close()
      try await first.close()
    }

    @Test func aRunThatNobodySawTheEndOfIsToldSo() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0) })
      let first = try await open(sandbox)
      try await first.open(.patient)
      try await first.run(agreeingTo: "-e plain")
      try await first.waitForText("the program waits", "the child waits")
      try await first.send(signal: SIGKILL)
      #expect(try await first.exitStatus() == 128 + SIGKILL)
      try await first.close()
      try await sandbox.marked.waitUntilGone()

      let second = try await open(sandbox)
      await second.press(.character("R"))
      try await second.wait("the run has ended unseen") {
        await second.rows().contains {
          $0.contains("train in plain") && $0.contains("ended, nobody saw how")
        }
      }
      await second.press(.character("q"), .character("q"))
      #expect(try await second.exitStatus() == 0)
      try await second.close()
    }
  }
}
