import Foundation
import PixiWorkspace
import ProcessRunner
import SessionEngine
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct GuardedCommandRunnerTests {
  private func runner() throws -> GuardedCommandRunner {
    GuardedCommandRunner(
      supervisor: SupervisorLauncher(executablePath: try BuiltProduct.path("atelier")))
  }

  private func run(_ script: String, timeout: Duration = .seconds(60)) async throws -> CommandResult
  {
    try await runner().run(
      "/bin/sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin", "WORD": "heard"],
      workingDirectory: "/tmp", timeout: timeout)
  }

  @Test func aCommandsAnswerIsItsOwn() async throws {
    let result = try await run("pwd; echo $WORD; echo no >&2; exit 7")
    #expect(result.exitCode == 7)
    #expect(result.standardOutput == "/tmp\nheard\n" && result.standardError == "no\n")
    #expect(try await run("kill -9 $$").exitCode == 137)
    #expect(try await run("kill -15 $$").exitCode == 143)
  }

  @Test func whatIsMissingIsToldAsBefore() async throws {
    await #expect(
      throws: CommandFailure.notStarted(
        command: "/nowhere/pixi info", reason: "No such file or directory")
    ) {
      try await runner().run(
        "/nowhere/pixi", ["info"], environment: [:], workingDirectory: nil, timeout: .seconds(5))
    }
  }

  @Test func aTimeOutLeavesNothing() async throws {
    let mark = MarkedProcesses()
    await #expect(throws: CommandFailure.self) {
      try await runner().run(
        "/bin/sh", ["-c", "trap '' TERM; sleep 600 & sleep 600; sleep 600"],
        environment: mark.environment.merging(["PATH": "/usr/bin:/bin"]) { $1 },
        workingDirectory: nil, timeout: .milliseconds(300))
    }
    try await mark.waitUntilGone()
  }
}
