import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// The programs of the tutorial and of the first exercise, with real packages from PyPI.
  @Suite(.serialized, .timeLimit(.minutes(30))) struct RealLessonTests {
    private let sandbox: Sandbox

    init() throws {
      let home = ProcessInfo.processInfo.environment["HOME"] ?? "/"
      sandbox = try Sandbox(variables: [
        "PIP_CACHE_DIR": ProcessInfo.processInfo.environment["PIP_CACHE_DIR"]
          ?? home + "/.cache/pip"
      ])
    }

    /// Runs the exercise in these environments, and gives what each of them printed.
    private func logs(of exercise: String, in environments: [String]) async throws -> [String] {
      let chosen = environments.flatMap { ["--env", $0] }
      let outcome = try await sandbox.atelier(
        ["run", exercise, "--provider", "venv", "--json"] + chosen)
      #expect(outcome.status == 0, "\(outcome)")
      let runs = try #require(try outcome.object()["runs"] as? [[String: Any]])
      #expect(runs.map { $0["environment"] as? String } == environments)
      return try runs.map { run in
        #expect(run["exit_code"] as? Int == 0, "\(outcome)")
        return try String(contentsOfFile: try #require(run["log"] as? String), encoding: .utf8)
      }
    }

    @Test(.enabled("PyPI does not answer: NumPy cannot be installed.", PyPI.answers))
    func theTutorialTellsTheDaysAndTestsThem() async throws {
      let logs = try await logs(of: "pixi-tutorial", in: ["default", "check"])
      #expect(logs[0].contains("shortest=8.22 longest=15.78 equal_day=81"))
      #expect(logs[1].contains("3 passed"))
      try await sandbox.marked.waitUntilGone()
    }

    @Test(.enabled("PyPI does not answer: SciPy cannot be installed.", PyPI.answers))
    func theFirstExerciseFitsDrawsAndTests() async throws {
      let logs = try await logs(of: "exercise-1", in: ["default", "plot", "test"])
      #expect(logs[0].contains("g = 9.8152 +- 0.0047"))
      #expect(logs[1].contains("figure=fit.png gravity=9.8152"))
      #expect(logs[2].contains("2 passed"))
      let picture = try Data(
        contentsOf: URL(filePath: sandbox.workspace + "/exercise-1/fit.png"))
      #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
      // Width and height, in pixels: three to two, as the console's pane is.
      #expect(picture[16..<24].elementsEqual([0, 0, 0x03, 0x84, 0, 0, 0x02, 0x58]))
      try await sandbox.marked.waitUntilGone()
    }
  }
}
