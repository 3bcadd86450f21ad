import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// The loop of an exercise as scripts go through it.
  @Suite(.serialized) struct LoopCommandTests {
    private static let workshop = ["--exercises", Sandbox.fixture("loop-workshop")]

    private func atelier(_ sandbox: Sandbox, _ arguments: String...) async throws -> CommandOutcome
    {
      try await sandbox.atelier(arguments + Self.workshop)
    }

    private func write(_ text: String, to path: String, _ sandbox: Sandbox) throws {
      try sandbox.directory.write(text, to: "workspace/" + path)
    }

    @Test func aDayOfAnExercise() async throws {
      let sandbox = try Sandbox()
      let start = try await atelier(sandbox, "start", "begin", "--json")
      #expect(start.status == 0 && start.errors.isEmpty, "\(start)")
      #expect(try start.object()["folder"] as? String == sandbox.workspace + "/begin")
      #expect((try start.object()["files"] as? [[String: Any]])?.count == 3)

      let hint = try await atelier(sandbox, "hint", "begin", "--json")
      #expect(hint.status == 0, "\(hint)")
      #expect(try hint.object()["number"] as? Int == 1)
      #expect(try hint.object()["count"] as? Int == 3)
      #expect(try hint.object()["repeated"] as? Bool == false)
      let again = try await atelier(sandbox, "hint", "begin", "--again")
      #expect(again.output.hasPrefix("Hint 1 of 3 for begin\n"), "\(again)")
      #expect(
        try await atelier(sandbox, "hint", "begin", "--all-shown", "--json").list().count == 1)

      let once = try await atelier(sandbox, "solution", "begin")
      #expect(once.status == 1 && once.output.isEmpty, "\(once)")
      #expect(once.errors.contains("atelier solution begin --yes"))
      let silent = try await atelier(sandbox, "diff", "begin")
      #expect(silent.output.contains("pixi.toml: 0 lines only in yours, 12 only"), "\(silent)")
      #expect(!silent.output.contains("system-requirements"))
      let twice = try await atelier(sandbox, "solution", "begin", "--yes")
      #expect(twice.status == 0 && twice.output.contains("system-requirements"), "\(twice)")
      let shown = try await atelier(sandbox, "diff", "begin")
      #expect(shown.output.contains("+cuda = \"12\"") && shown.output.contains("@@ -"), "\(shown)")

      let receipt = try await atelier(sandbox, "receipt", "begin", "--json")
      #expect(receipt.status == 0, "\(receipt)")
      #expect(
        try receipt.object()["file"] as? String == sandbox.workspace + "/begin/receipt-begin.md")
      #expect(try sandbox.file("begin/receipt-begin.md").contains("# Receipt: The beginning"))

      let list = try await atelier(sandbox, "exercises", "--json")
      let first = try #require(try list.list().first)
      #expect(first["id"] as? String == "begin" && first["part"] as? String == "beginning")
      #expect(first["started_at"] is String && first["passed_at"] is NSNull)
      #expect(first["goals"] as? Int == 2)
      #expect(first["hints"] as? Int == 3 && first["hints_shown"] as? Int == 1)
      #expect(first["solution_shown_at"] is String)
      let second = try #require(try list.list().last)
      #expect(second["started_at"] is NSNull && second["goals"] as? Int == 0)
    }

    @Test func withoutATerminalNothingChangesUnlessYesIsGiven() async throws {
      let sandbox = try Sandbox()
      _ = try await atelier(sandbox, "start", "begin")
      try write("mine", to: "begin/train.py", sandbox)
      for arguments in [["reset", "begin"], ["catch-up", "--to", "begin"]] {
        let outcome = try await sandbox.atelier(arguments + Self.workshop)
        #expect(outcome.status == 2 && outcome.errors.contains("--yes"), "\(outcome)")
        #expect(try sandbox.file("begin/train.py") == "mine")
      }
      let dry = try await atelier(sandbox, "reset", "begin", "--dry-run", "--json")
      #expect(dry.status == 0, "\(dry)")
      #expect(try dry.object()["done"] as? Bool == false)
      #expect(try sandbox.file("begin/train.py") == "mine")
      let reset = try await atelier(sandbox, "reset", "begin", "--yes", "--json")
      let kept = try #require(try reset.object()["kept_in"] as? String)
      #expect(try sandbox.file(kept + "/train.py") == "mine")
      let caughtUp = try await atelier(sandbox, "catch-up", "--start", "now", "--yes", "--json")
      #expect(caughtUp.status == 0, "\(caughtUp)")
      #expect(try caughtUp.object()["exercises"] as? [String] == ["begin"])
    }

    @Test func wrongUsageIsTold() async throws {
      let sandbox = try Sandbox()
      for arguments in [
        ["start", "nowhere"], ["hint", "nowhere"], ["reset", "nowhere", "--yes"],
        ["solution", "nowhere"], ["diff", "nowhere"], ["catch-up", "--to", "nowhere"],
        ["receipt", "nowhere"], ["hint", "begin", "--again", "--all-shown"], ["start"],
      ] {
        let outcome = try await sandbox.atelier(arguments + Self.workshop)
        #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome)")
      }
      for arguments in [
        ["hint", "bare"], ["solution", "bare", "--yes"], ["hint", "begin", "--again"],
      ] {
        let outcome = try await sandbox.atelier(arguments + Self.workshop)
        #expect(outcome.status == 1 && outcome.errors.contains("\n  "), "\(outcome)")
      }
    }

    @Test func killedAtAnyMomentAResetLosesNothing() async throws {
      let sandbox = try Sandbox()
      _ = try await atelier(sandbox, "start", "begin")
      let atelier = try BuiltProduct.path("atelier")
      for attempt in 1...15 {
        var typed: Set<String> = []
        for path in ["begin/train.py", "begin/pixi.toml", "begin/data/points.csv", "begin/own"] {
          typed.insert("typed \(attempt) in \(path)")
          try write("typed \(attempt) in \(path)", to: path, sandbox)
        }
        // Ended by the clock, wherever it is then.
        let milliseconds = 10 + attempt * 9
        _ = try await sandbox.program(
          "/usr/bin/timeout",
          [
            "-s", "KILL", String(format: "%.3f", Double(milliseconds) / 1000), atelier, "reset",
            "begin", "--all", "--yes",
          ] + Self.workshop)
        let places =
          FileManager.default.enumerator(atPath: sandbox.workspace)?.allObjects ?? []
        let found = Set(places.compactMap { ($0 as? String).flatMap { try? sandbox.file($0) } })
        #expect(typed.isSubset(of: found), "attempt \(attempt): \(typed.subtracting(found))")
      }
      let last = try await self.atelier(sandbox, "reset", "begin", "--all", "--yes")
      #expect(last.status == 0, "\(last)")
      #expect(try sandbox.file("begin/train.py") == "print(\"trained\")\n")
    }
  }
}
