import Foundation
import PixiWorkspace
import TestSupport
import Testing

@Suite struct SubprocessRunnerTests {
  private func run(
    _ script: String, limit: Int = 1 << 20, timeout: Duration = .seconds(60)
  ) async throws -> CommandResult {
    try await SubprocessRunner(outputLimit: limit).run(
      "/bin/sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin", "GREETING": "hello"],
      workingDirectory: "/", timeout: timeout)
  }

  @Test func keepsBothStreamsAndTheStatus() async throws {
    let result = try await run("echo $GREETING $HOME; pwd; echo no >&2; exit 3")
    #expect(
      result == CommandResult(exitCode: 3, standardOutput: "hello\n/\n", standardError: "no\n"))
  }

  @Test func aSignalIsTheStatusAShellReports() async throws {
    #expect(try await run("kill -9 $$").exitCode == 137)
  }

  @Test func aTimeOutEndsEveryDescendant() async throws {
    let directory = try TemporaryDirectory()
    let file = directory.url.appending(path: "pid").path
    await #expect(
      throws: CommandFailure.timedOut(
        command: "/bin/sh -c sleep 1000 & echo $! > \(file); wait", seconds: 1)
    ) {
      _ = try await run("sleep 1000 & echo $! > \(file); wait", timeout: .seconds(1))
    }
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let pid = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    try await waitUntil("the descendant is gone") {
      let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
      return status == nil || status?.contains(") Z ") == true
    }
  }

  @Test func tooMuchOutputIsRefused() async throws {
    await #expect(
      throws: CommandFailure.tooMuchOutput(command: "/bin/sh -c yes", limitBytes: 4096)
    ) {
      _ = try await run("yes", limit: 4096)
    }
  }
}
