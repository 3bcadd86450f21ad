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
      }
      let list = try await sandbox.atelier(
        "env", "list", "--provider", "venv", "--exercise", "exercise-3", "--json")
      let installed = try list.list().filter { $0["installed"] as? Bool == true }
      #expect(Set(installed.compactMap { $0["name"] as? String }) == ["gpu", "jax-cuda118"])
      try await sandbox.marked.waitUntilGone()
    }
  }
}
