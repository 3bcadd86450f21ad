import Foundation
import TestSupport
import Testing

extension EndToEnd {
  @Suite(.serialized) struct RunOptionTests {
    private func runs(_ outcome: CommandOutcome) throws -> [[String: Any]] {
      try #require(try outcome.object()["runs"] as? [[String: Any]], "\(outcome)")
    }

    @Test func repeatsKeepStepAndHaveNumbers() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, cuda: "12.4") })
      let outcome = try await sandbox.atelier(
        "run", "pair", "--env", "first", "--env", "second", "--repeat", "2", "--name", "both",
        "--json", "--exercises", Sandbox.programs)
      #expect(outcome.status == 0, "\(outcome)")
      let runs = try runs(outcome)
      #expect(
        runs.map { $0["environment"] as? String } == ["first", "first", "second", "second"])
      #expect(runs.map { $0["repetition"] as? Int } == [1, 2, 1, 2])
      #expect(runs.allSatisfy { $0["name"] as? String == "both" })
      #expect(Set(runs.compactMap { $0["run"] as? Int }).count == 4)
      #expect(runs.allSatisfy { ($0["peak_memory_bytes"] as? Int ?? 0) > 1 << 20 })
    }

    @Test func theOverrideIsShownAndReachesPixiAlone() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0) })
      let outcome = try await sandbox.atelier(
        "run", "pair", "--env", "first", "--override-cuda", "12.4", "--var", "SEED=7",
        "--exercises", Sandbox.programs)
      #expect(outcome.status == 0, "\(outcome)")
      let commands = outcome.errors.split(separator: "\n").filter { $0.hasPrefix("[first] $ ") }
      #expect(commands.first?.hasPrefix("[first] $ CONDA_OVERRIDE_CUDA=12.4 ") == true)
      #expect(commands.last?.hasPrefix("[first] $ CONDA_OVERRIDE_CUDA=12.4 SEED=7 ") == true)
      let calls = try sandbox.pixiCalls()
      for command in ["install", "run"] {
        let call = try #require(calls.first { $0.command == command })
        #expect(call.environment["CONDA_OVERRIDE_CUDA"] == "12.4")
      }
      #expect(
        calls.filter { $0.command == "info" }.allSatisfy {
          $0.environment["CONDA_OVERRIDE_CUDA"] == nil
        })
    }

    @Test func aTimeOutStopsTheRunAndIsTheReason() async throws {
      let sandbox = try Sandbox(variables: ["ATELIER_INSTALLER": "pip"])
      let outcome = try await sandbox.atelier(
        "run", "patient", "--timeout", "1s", "--json", "--exercises", Sandbox.programs)
      #expect(outcome.status == 1, "\(outcome)")
      let fault = try #require(try runs(outcome).first?["fault"] as? String)
      #expect(fault.hasPrefix("stopped after its time-out of 1 s"))
      #expect(sandbox.marked.alive().isEmpty)
    }

    @Test(arguments: [
      (["--repeat", "0"], "1 to 1000"), (["--timeout", "soon"], "soon"),
      (["--var", "=1"], "=1"), (["--override-cuda", "new"], "such as 12"),
      (["--directory"], "--directory"),
    ])
    func wrongOptionsAreRefused(_ options: [String], remedy: String) async throws {
      let outcome = try await Sandbox().atelier(["run", "exercise-3"] + options)
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome)")
      #expect(outcome.errors.contains(remedy), "\(outcome)")
    }
  }
}
