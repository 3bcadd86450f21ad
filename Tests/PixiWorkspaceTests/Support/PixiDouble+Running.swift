import PixiWorkspace
import TestSupport

extension PixiDouble {
  /// Runs one command of the double to its end, without a terminal.
  func run(_ arguments: [String]) async throws -> CommandResult {
    try await SubprocessRunner().run(
      executable, arguments, environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"],
      workingDirectory: nil, timeout: .seconds(60))
  }
}
