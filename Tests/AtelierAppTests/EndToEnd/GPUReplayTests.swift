import Foundation
import TerminalCore
import TestSupport
import Testing

extension EndToEnd {
  /// Recordings as people make and play them.
  @Suite(.serialized) struct GPUReplayTests {
    private static let simulated = Sandbox.repository
      .appending(path: "Exercises/recordings/simulated.jsonl").path(percentEncoded: false)

    private func replayed(_ arguments: String...) async throws -> [String] {
      let outcome = try await Sandbox().atelier(
        ["gpu", "--replay", Self.simulated, "--speed", "0"] + arguments)
      #expect(outcome.status == 0)
      return outcome.output.split(separator: "\n").map(String.init)
    }

    @Test(arguments: ["--json", "--csv", "--prometheus"])
    func everyLineForProgramsSaysThatTheShippedRecordingIsMadeUp(form: String) async throws {
      let lines = try await replayed(form).filter {
        !$0.hasPrefix("time,") && !$0.hasPrefix("# HELP") && !$0.hasPrefix("# TYPE")
      }
      #expect(!lines.isEmpty)
      #expect(lines.allSatisfy { $0.contains("simulated (simulated)") })
    }

    @Test func everyTableSaysThatTheShippedRecordingIsMadeUp() async throws {
      let lines = try await replayed()
      let tables = lines.count { $0.hasPrefix("GPU figures") }
      #expect(tables > 100)
      #expect(
        lines.count {
          $0.hasPrefix("These are not figures") && $0.contains("simulated (simulated)")
        } == tables)
    }

    @Test func aRecordingEndsWellWhenNobodyReadsAndPlaysAgain() async throws {
      let library = try await FakeNVML([.complete(0)])
      let sandbox = try Sandbox(variables: ["ATELIER_NVML": library.libraryPath])
      let file = sandbox.directory.path + "own.jsonl"
      let atelier = try BuiltProduct.path("atelier")
      let recorded = try await sandbox.program(
        "/bin/sh",
        ["-c", "\"$0\" gpu --watch 0.1 --json --record \"$1\" | head -n 3", atelier, file])
      #expect(recorded.output.split(separator: "\n").count == 3)
      let played = try await sandbox.atelier("gpu", "--replay", file, "--speed", "0", "--csv")
      #expect(played.status == 0)
      #expect(played.errors.isEmpty)
      let rows = played.output.split(separator: "\n")
      #expect(rows.count >= 4)
      #expect(rows.dropFirst().allSatisfy { $0.contains("replay of own,0,") })
      let again = try await sandbox.atelier("gpu", "--record", file)
      #expect(again.status == 1)
      #expect(again.errors.contains("is there already"))
    }

    @Test(arguments: [
      (["--json", "--csv"], "exclude one another"), (["--speed", "2"], "--speed needs --replay"),
      (["--watch", "0"], "from 0.1"), (["--replay", "no-such"], "no recording"),
      (["--replay", "x", "--watch", "1"], "its own pace"),
    ])
    func wrongUsageIsSaid(arguments: [String], words: String) async throws {
      let outcome = try await Sandbox().atelier(["gpu"] + arguments)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(words))
    }

    @Test func theConsoleSaysThatAReplayIsNotLive() async throws {
      let console = try await ConsoleUnderTest(
        in: Sandbox(), arguments: ["--replay", Self.simulated])
      try await console.waitForText("Not live: replay of", "simulated")
      await console.press(.character("3"), .character("z"))
      try await console.waitForText("Not live: replay of simulated (simulated)", "Simulated GPU")
      await console.press(.character("q"))
      #expect(try await console.exitStatus() == 0)
      try await console.close()
    }
  }
}
