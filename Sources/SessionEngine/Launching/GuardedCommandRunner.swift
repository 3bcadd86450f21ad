import Glibc
import PixiWorkspace
import ProcessRunner

/// Runs captured commands so that none outlives this process, however it ends.
///
/// A command that is only asked for its answer has no supervisor of its own: without a guard a
/// console that is killed would leave it behind until it ends by itself.
public struct GuardedCommandRunner: CommandRunner {
  private let supervisor: SupervisorLauncher
  private let runner: any CommandRunner

  public init(supervisor: SupervisorLauncher, runner: any CommandRunner = SubprocessRunner()) {
    self.supervisor = supervisor
    self.runner = runner
  }

  public func run(
    _ executable: String, _ arguments: [String], environment: [String: String],
    workingDirectory: String?, timeout: Duration
  ) async throws -> CommandResult {
    guard access(executable, X_OK) == 0 else {
      throw CommandFailure.notStarted(
        command: ([executable] + arguments).joined(separator: " "),
        reason: String(cString: strerror(errno)))
    }
    let guarded = supervisor.guarded(executable, arguments)
    do {
      return try await runner.run(
        guarded.executable, guarded.arguments, environment: environment,
        workingDirectory: workingDirectory, timeout: timeout)
    } catch let failure as CommandFailure {
      throw Self.told(failure, of: ([executable] + arguments).joined(separator: " "))
    }
  }

  /// The failure in terms of the command that was asked for, without its guard.
  private static func told(_ failure: CommandFailure, of command: String) -> CommandFailure {
    switch failure {
    case .notStarted(_, let reason): .notStarted(command: command, reason: reason)
    case .timedOut(_, let seconds): .timedOut(command: command, seconds: seconds)
    case .tooMuchOutput(_, let limit): .tooMuchOutput(command: command, limitBytes: limit)
    }
  }
}
