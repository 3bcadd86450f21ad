import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Runs commands through swift-subprocess, each in a session of its own so that a time-out
/// reaches every descendant.
public struct SubprocessRunner: CommandRunner {
  /// The most bytes kept of each of the two output streams.
  public let outputLimit: Int

  public init(outputLimit: Int = 16 * 1024 * 1024) {
    self.outputLimit = outputLimit
  }

  public func run(
    _ executable: String, _ arguments: [String], environment: [String: String],
    workingDirectory: String?, timeout: Duration
  ) async throws -> CommandResult {
    let command = ([executable] + arguments).joined(separator: " ")
    return try await withThrowingTaskGroup(of: CommandResult?.self) { group in
      group.addTask {
        try await capture(
          command, executable, arguments, environment: environment,
          workingDirectory: workingDirectory)
      }
      group.addTask {
        try await Task.sleep(for: timeout)
        return nil
      }
      defer { group.cancelAll() }
      guard let result = try await group.next() ?? nil else {
        let (seconds, attoseconds) = timeout.components
        throw CommandFailure.timedOut(
          command: command, seconds: Double(seconds) + Double(attoseconds) / 1e18)
      }
      return result
    }
  }

  private func capture(
    _ command: String, _ executable: String, _ arguments: [String],
    environment: [String: String], workingDirectory: String?
  ) async throws -> CommandResult {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(500))
    ]
    let variables = environment.compactMap { name, value in
      Environment.Key(rawValue: name).map { ($0, value) }
    }
    do {
      let result = try await Subprocess.run(
        .path(FilePath(executable)), arguments: Arguments(arguments),
        environment: .custom(Dictionary(uniqueKeysWithValues: variables)),
        workingDirectory: workingDirectory.map { FilePath($0) }, platformOptions: options,
        output: .string(limit: outputLimit), error: .string(limit: outputLimit))
      let exitCode: Int32 =
        switch result.terminationStatus {
        case .exited(let code): code
        case .signaled(let signal): 128 + signal
        }
      return CommandResult(
        exitCode: exitCode, standardOutput: result.standardOutput,
        standardError: result.standardError)
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      throw CommandFailure.tooMuchOutput(command: command, limitBytes: outputLimit)
    } catch let error as SubprocessError {
      throw CommandFailure.notStarted(command: command, reason: "\(error)")
    }
  }
}
