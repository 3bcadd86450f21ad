/// Runs a command to its end without a terminal and keeps what it printed.
public protocol CommandRunner: Sendable {
  /// - Parameters:
  ///   - executable: An absolute path.
  ///   - environment: The whole environment of the command.
  ///   - workingDirectory: An absolute path; nil for the caller's own.
  /// - Throws: `CommandFailure`; a non-zero exit status is a result, not an error.
  func run(
    _ executable: String, _ arguments: [String], environment: [String: String],
    workingDirectory: String?, timeout: Duration
  ) async throws -> CommandResult
}
