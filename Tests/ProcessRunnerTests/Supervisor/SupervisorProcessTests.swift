import TerminalCore
import TestSupport
import Testing

@testable import ProcessRunner

@Suite struct SupervisorProcessTests {
  /// Without care the write would end this very process with SIGPIPE.
  @Test func aCommandToASupervisorThatHasEndedIsDropped() async throws {
    let launcher = SupervisorLauncher(executablePath: try BuiltProduct.path("atelier"))
    let supervisor = try launcher.launch(
      ProcessSpecification(
        executable: "true", arguments: [], environment: [:], workingDirectory: "/",
        size: Size(columns: 20, rows: 5)),
      replicaPath: "/nowhere")
    try await waitUntil("the supervisor has ended") {
      withUnsafeTemporaryAllocation(byteCount: 256, alignment: 1) { buffer in
        if case .ended = supervisor.status.read(into: buffer) { return true }
        return false
      }
    }
    supervisor.send("stop 0 0")
    supervisor.send("stop 0 0")
  }
}
