import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// PyTorch and JAX from PyPI, on the pictures and for as long as the exercise has it.
  @Suite(.serialized, .timeLimit(.minutes(60))) struct RealTrainingTests {
    @Test(.enabled("PyPI does not answer: PyTorch and JAX cannot be installed.", PyPI.answers))
    func trainsWithPyTorchAndWithJAX() async throws {
      let home = ProcessInfo.processInfo.environment["HOME"] ?? "/"
      let sandbox = try Sandbox(variables: [
        "PIP_CACHE_DIR": ProcessInfo.processInfo.environment["PIP_CACHE_DIR"]
          ?? home + "/.cache/pip"
      ])
      let outcome = try await sandbox.atelier(
        "run", "exercise-3", "--env", "gpu", "--env", "jax-cuda118", "--provider", "venv", "--json")
      #expect(outcome.status == 0, "\(outcome)")
      let runs = try #require(try outcome.object()["runs"] as? [[String: Any]])
      #expect(runs.map { $0["environment"] as? String } == ["gpu", "jax-cuda118"])
      for (run, framework) in zip(runs, ["torch", "jax"]) {
        #expect(run["provider"] as? String == "venv")
        #expect(run["exit_code"] as? Int == 0, "\(outcome)")
        let metrics = try #require(run["metrics"] as? [String: Any])
        let accuracy = try #require(metrics["final_accuracy"] as? Double, "\(outcome)")
        #expect(accuracy > 0.95 && accuracy <= 1)
        #expect(metrics["epochs"] as? Int == 8)
        #expect((metrics["images_per_second"] as? Double ?? 0) > 0)
        let log = try String(contentsOfFile: try #require(run["log"] as? String), encoding: .utf8)
        #expect(log.contains("framework=\(framework)"))
        // What the energy for a thousand pictures is told by: eight epochs of 93 batches of 64.
        #expect(log.contains(" images=\(8 * 93 * 64) "))
      }
      let list = try await sandbox.atelier(
        "env", "list", "--provider", "venv", "--exercise", "exercise-3", "--json")
      let installed = try list.list().filter { $0["installed"] as? Bool == true }
      #expect(Set(installed.compactMap { $0["name"] as? String }) == ["gpu", "jax-cuda118"])
      for (environment, framework) in [("gpu", "torch"), ("jax-cuda118", "jax")] {
        let facts = try await probe(framework, environment: environment, in: sandbox)
        #expect(facts["framework"] as? String == framework)
        #expect(facts["devices"] is [String])
      }
      try await judgesWithTorchmetrics(in: sandbox)
      try await sandbox.marked.waitUntilGone()
    }

    /// What `probe.py` of the third exercise says in an environment that is there.
    private func probe(
      _ framework: String, environment: String, in sandbox: Sandbox
    ) async throws -> [String: Any] {
      try await sandbox.program(
        sandbox.workspace + "/.atelier/venvs/\(environment)/bin/python",
        [sandbox.workspace + "/exercise-3/probe.py", framework]
      ).object()
    }

    /// The fourth exercise, for as long as it takes to see that torchmetrics judges the training.
    private func judgesWithTorchmetrics(in sandbox: Sandbox) async throws {
      let outcome = try await sandbox.atelier(
        "run", "exercise-4", "--provider", "venv", "--json", "--", "--epochs", "1",
        "--train-size", "640")
      #expect(outcome.status == 0, "\(outcome)")
      let runs = try #require(try outcome.object()["runs"] as? [[String: Any]])
      let run = try #require(runs.first)
      let log = try String(contentsOfFile: try #require(run["log"] as? String), encoding: .utf8)
      #expect(log.contains("event=metrics torchmetrics="), "\(outcome)")
      #expect(log.split(whereSeparator: \.isNewline).count { $0.hasPrefix("event=kind ") } == 5)
      let shown = try await sandbox.atelier(
        "runs", "show", "\(try #require(run["run"] as? Int))", "--json")
      let series = try #require(try shown.object()["series"] as? [[String: Any]], "\(shown)")
      #expect(
        Set(series.compactMap { $0["name"] as? String })
          .isSuperset(of: ["accuracy", "f1", "images"]))
    }
  }
}
