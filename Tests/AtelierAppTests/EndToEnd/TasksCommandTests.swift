import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// The tasks of a workspace as a person or a script lists and runs them.
  @Suite(.serialized) struct TasksCommandTests {
    private let places = ["--exercises", Sandbox.programs]

    @Test func listedWithoutTouchingTheWorkspace() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, cuda: "12.4") })
      let outcome = try await sandbox.atelier(["tasks", "pair", "--json"] + places)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
      let tasks = try outcome.list()
      #expect(tasks.map { $0["name"] as? String } == ["train", "train"])
      #expect(tasks.map { $0["environments"] as? [String] } == [["first"], ["second"]])
      #expect(tasks[0]["command"] as? String == "python figures.py 0.4 0.90 1200")
      #expect(tasks[0]["summary"] is NSNull)
      #expect(tasks[0]["depends_on"] as? [String] == [])
      let calls = try sandbox.pixiCalls().map(\.command)
      #expect(calls.allSatisfy { ["--version", "info", "task"].contains($0) })
    }

    @Test func runWithWhatTheTaskSaysOnStandardOutput() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, cuda: "12.4") })
      let outcome = try await sandbox.atelier(
        ["tasks", "run", "pair", "train", "--env", "second"] + places)
      #expect(outcome.status == 0, "\(outcome)")
      #expect(outcome.output.contains("figures of 0.2 are complete"))
      #expect(outcome.errors.contains("--frozen -e second train"))
      let json = try await sandbox.atelier(
        ["tasks", "run", "pair", "train", "--env", "second", "--json"] + places)
      let result = try json.object()
      #expect(json.status == 0 && result["exit_code"] as? Int == 0, "\(json)")
      #expect(json.errors.contains("figures of 0.2 are complete"))
      let ambiguous = try await sandbox.atelier(["tasks", "run", "pair", "train"] + places)
      #expect(ambiguous.status == 1)
      #expect(ambiguous.errors.contains("Name one with `--env`."))
    }

    @Test func everythingTheDayNeedsIsToldAndInstalled() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, cuda: "12.4") })
      let all = ["env", "install", "--all", "--exercise", "pair"] + places
      let plan = try await sandbox.atelier(all + ["--dry-run"])
      #expect(plan.status == 0, "\(plan)")
      #expect(plan.output.hasPrefix("pair · first: size n/a"))
      #expect(plan.output.contains("pair · second: size n/a"))
      #expect(try sandbox.pixiCalls().allSatisfy { $0.command != "install" })
      let install = try await sandbox.atelier(all)
      #expect(install.status == 0, "\(install)")
      let calls = try sandbox.pixiCalls().map(\.command)
      #expect(calls.filter { $0 == "lock" }.count == 1)
      #expect(calls.filter { $0 == "install" }.count == 2)
      let wrong = try await sandbox.atelier(["env", "install"] + places)
      #expect(wrong.status == 2)
    }
  }
}
