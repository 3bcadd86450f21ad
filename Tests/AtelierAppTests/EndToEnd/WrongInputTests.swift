import Foundation
import TerminalCore
import TestSupport
import Testing

extension EndToEnd {
  @Suite(.serialized) struct WrongInputTests {
    @Test(arguments: [
      ("bad-toml", "workshop.toml:6"), ("missing-title", "`title` is missing"),
      ("unknown-kind", "workshop.toml:"), ("no-workshop", "The file is not there."),
      ("nowhere-at-all", "nowhere-at-all"),
    ])
    func aWorkshopThatCannotBeRead(fixture: String, what: String) async throws {
      let exercises = Sandbox.fixture("workshops/\(fixture)")
      for arguments in [["outline"], ["doctor"], ["run", "first"], ["env", "list"], []] {
        let outcome = try await Sandbox().atelier(arguments + ["--exercises", exercises])
        #expect(outcome.status == 1, "\(arguments) \(outcome)")
        #expect(outcome.output.isEmpty && outcome.errors.contains(what), "\(arguments) \(outcome)")
      }
    }

    @Test func aWorkspaceThatCannotBeWritten() async throws {
      let sandbox = try Sandbox()
      try sandbox.directory.write("a file, not a folder", to: "workspace")
      let run = try await sandbox.atelier("run", "exercise-3")
      #expect(run.status == 1 && run.output.isEmpty, "\(run)")
      #expect(run.errors.contains(sandbox.workspace) && run.errors.contains("--workspace"))
      let doctor = try await sandbox.atelier("doctor")
      #expect(doctor.status == 1)
      #expect(doctor.output.contains("is a file, not a folder"))

      let console = try await ConsoleUnderTest(in: sandbox, arguments: ["--start", "now"])
      try await console.waitForText("Reproducible")
      try await console.open(.third)
      try await console.waitForText("workspace")
      await console.press(.character("q"))
      #expect(try await console.exitStatus() == 0)
      try await console.close()
    }

    @Test func aPythonThatIsNotThere() async throws {
      let sandbox = try Sandbox(variables: ["PATH": "/nonexistent"])
      let outcome = try await sandbox.atelier("run", "exercise-3", "--env", "gpu", "--json")
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("No Python 3.10 or later is on PATH"))
      #expect(outcome.errors.contains("sudo apt install python3 python3-venv"))
      let runs = try #require(try outcome.object()["runs"] as? [[String: Any]])
      #expect((runs.first?["fault"] as? String)?.contains("No Python") == true)
      let doctor = try await sandbox.atelier("doctor", "--json")
      #expect(doctor.status == 1)
      let checks = try #require(try doctor.object()["checks"] as? [[String: Any]])
      #expect(
        checks.contains { $0["id"] as? String == "python" && $0["status"] as? String == "fail" })
    }

    @Test func aPythonThatIsNone() async throws {
      let sandbox = try Sandbox(variables: ["ATELIER_PYTHON": "/nonexistent/python"])
      let outcome = try await sandbox.atelier("env", "install", "gpu")
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      #expect(outcome.errors.contains("ATELIER_PYTHON is `/nonexistent/python`"))
      #expect(outcome.errors.contains("or unset it"))
    }

    @Test func aRunThatFails() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0) })
      let outcome = try await sandbox.atelier(
        "run", "failing", "--json", "--exercises", Sandbox.programs)
      #expect(outcome.status == 1)
      let runs = try #require(try outcome.object()["runs"] as? [[String: Any]])
      #expect(runs.first?["exit_code"] as? Int == 1)
      #expect(runs.first?["fault"] is String)
      let log = try #require(runs.first?["log"] as? String)
      let text = try String(contentsOfFile: log, encoding: .utf8)
      #expect(text.contains("the program could not go on"))
    }
  }
}
