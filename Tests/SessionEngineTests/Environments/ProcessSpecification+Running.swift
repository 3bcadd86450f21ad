import PixiWorkspace
import ProcessRunner

extension ProcessSpecification {
  /// Runs what was planned, without a terminal.
  func run() async throws -> CommandResult {
    try await SubprocessRunner().run(
      executable, arguments, environment: environment, workingDirectory: workingDirectory,
      timeout: .seconds(120))
  }
}
