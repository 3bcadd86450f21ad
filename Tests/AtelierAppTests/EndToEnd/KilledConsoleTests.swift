import Foundation
import TerminalCore
import TestSupport
import Testing

extension EndToEnd {
  @Suite(.serialized) struct KilledConsoleTests {
    private func killDuringRun(_ sandbox: Sandbox, agreeingTo command: String) async throws {
      let console = try await ConsoleUnderTest(
        in: sandbox, size: Size(columns: 200, rows: 60),
        arguments: ["--start", "now", "--exercises", Sandbox.programs])
      try await console.open(.patient)
      try await console.run(agreeingTo: command)
      try await console.waitForText("the program waits", "the child waits", timeout: .seconds(90))
      let outside = ["sh"]
      #expect(names(sandbox).count > 3)

      try await console.send(signal: SIGKILL)
      #expect(try await console.exitStatus() == 128 + SIGKILL)
      // The shell above the console lives on, so that nothing but the console's own care ends the run.
      try await console.wait("only the shell above the console is left", timeout: .seconds(10)) {
        names(sandbox) == outside
      }
      try await console.close()
    }

    /// The names of all processes of the test.
    private func names(_ sandbox: Sandbox) -> [String] {
      sandbox.marked.alive().compactMap { number in
        (try? String(contentsOfFile: "/proc/\(number)/comm", encoding: .utf8))?
          .trimmingCharacters(in: .newlines)
      }
    }

    @Test func nothingOfAPixiRunLivesOn() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0) })
      try await killDuringRun(sandbox, agreeingTo: "-e plain")
    }

    @Test func nothingOfAVenvRunLivesOn() async throws {
      let sandbox = try Sandbox(variables: ["ATELIER_INSTALLER": "pip"])
      try await killDuringRun(sandbox, agreeingTo: "-m venv")
    }

    /// A question that pixi never answers, asked without a terminal of its own.
    @Test func nothingOfACapturedCommandLivesOn() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0) })
      let slow = """
        #!/bin/sh
        case "$1" in info) trap '' HUP INT; sleep 600;; *) exec '\(try sandbox.pixi())' "$@";; esac
        """
      let file = try sandbox.directory.write(slow, to: "slow/pixi")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
      let path = sandbox.environment["PATH"].map { ":" + $0 } ?? ""
      let console = try await ConsoleUnderTest(
        in: sandbox, arguments: ["--start", "now", "--exercises", Sandbox.programs],
        variables: ["PATH": file.deletingLastPathComponent().path + path])
      try await console.open(.patient)
      try await console.wait("pixi is asked and does not answer") {
        names(sandbox).contains("sleep")
      }
      try await console.send(signal: SIGKILL)
      #expect(try await console.exitStatus() == 128 + SIGKILL)
      try await console.wait("only the shell above the console is left", timeout: .seconds(10)) {
        names(sandbox) == ["sh"]
      }
      try await console.close()
    }

    @Test func nothingOfAnInstallLivesOn() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, delay: 600) })
      let console = try await ConsoleUnderTest(
        in: sandbox, size: Size(columns: 200, rows: 60),
        arguments: ["--start", "now", "--exercises", Sandbox.programs])
      try await console.open(.patient)
      try await console.run(agreeingTo: "-e plain")
      // Locking is the first step of an install: the double stands still in it.
      try await console.waitForText("step 1/2")
      try await console.wait("pixi locks") { names(sandbox).count > 3 }
      try await console.send(signal: SIGKILL)
      try await console.wait("only the shell above the console is left", timeout: .seconds(10)) {
        names(sandbox) == ["sh"]
      }
      try await console.close()
    }
  }
}
