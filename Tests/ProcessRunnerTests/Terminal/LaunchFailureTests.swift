import Foundation
import ProcessRunner
import TerminalCore
import TestSupport
import Testing

@Suite("A program that cannot be started says why")
struct LaunchFailureTests {
  private func reason(_ run: RunningTerminal) async throws -> String {
    guard case .failedToStart(let reason) = try await run.exit().outcome else {
      Issue.record("it was started")
      return ""
    }
    return reason
  }

  @Test("a name that PATH does not hold")
  func missing() async throws {
    let run = try await RunningTerminal("no-such-program", environment: ["PATH": "/bin:/nowhere"])
    #expect(
      try await reason(run)
        == "no-such-program was not found. Install it, or check the spelling; PATH is /bin:/nowhere."
    )
  }

  @Test("a file that may not be executed")
  func notExecutable() async throws {
    let folder = try TemporaryDirectory()
    let file = try folder.write("text", to: "notes.txt").path(percentEncoded: false)
    let run = try await RunningTerminal(file)
    #expect(try await reason(run).contains("\(file) cannot be executed: Permission denied"))
  }

  @Test("a working folder that is not there")
  func missingFolder() async throws {
    let run = try await RunningTerminal("true", workingDirectory: "/no/such/folder")
    #expect(try await reason(run).contains("/no/such/folder cannot be entered"))
  }

  @Test("a supervisor that is not there is an error of start")
  func missingSupervisor() async throws {
    let terminal = try PseudoTerminal(
      specification: ProcessSpecification(
        executable: "true", arguments: [], environment: [:], workingDirectory: "/",
        size: Size(columns: 10, rows: 2)),
      supervisor: SupervisorLauncher(executablePath: "/no/such/atelier"))
    await #expect(
      throws: PseudoTerminalError.supervisorUnavailable(
        path: "/no/such/atelier", reason: "No such file or directory")
    ) { try await terminal.start() }
  }
}
