import Foundation

/// The `pixi` command line as a client: reads facts as JSON, never solves and never installs.
public struct PixiClient: Sendable {
  /// The executable's absolute path.
  public let executable: String
  /// The environments its children get.
  public let variables: PixiVariables
  private let runner: any CommandRunner
  private let timeout: Duration

  /// - Parameters:
  ///   - environment: The user's own environment.
  ///   - timeout: How long a reading command may take.
  public init(
    executable: String, environment: [String: String],
    runner: any CommandRunner = SubprocessRunner(), timeout: Duration = .seconds(60)
  ) {
    self.executable = executable
    self.variables = PixiVariables(user: environment)
    self.runner = runner
    self.timeout = timeout
  }

  /// The release, from `pixi --version`.
  /// - Throws: `PixiFailure`
  public func version() async throws -> PixiVersion {
    let output = try await read(["--version"])
    guard let version = PixiVersion(parsing: output) else {
      throw PixiFailure(
        command: "\(executable) --version", exitCode: 0,
        text: "it printed `\(output.prefix(80))` where a version was expected", problem: nil)
    }
    return version
  }

  /// What pixi knows of a workspace and its machine, from `pixi info --json`.
  /// - Throws: `PixiFailure`
  public func information(manifest: String) async throws -> PixiInformation {
    try await decode(["info", "--manifest-path", manifest, "--json"])
  }

  /// The packages the lock file holds for an environment; fails when the lock is stale.
  /// - Throws: `PixiFailure`
  public func packages(manifest: String, environment: String) async throws -> [PixiPackage] {
    try await decode(
      ["list", "--manifest-path", manifest, "--locked", "--json", "-e", environment])
  }

  /// The tasks of each environment, from `pixi task list --json`.
  /// - Throws: `PixiFailure`
  public func tasks(manifest: String) async throws -> [PixiEnvironmentTasks] {
    try await decode(["task", "list", "--manifest-path", manifest, "--json"])
  }

  private func decode<Value: Decodable>(_ arguments: [String]) async throws -> Value {
    let output = try await read(arguments)
    do {
      return try JSONDecoder().decode(Value.self, from: Data(output.utf8))
    } catch {
      throw PixiFailure(
        command: commandLine(arguments), exitCode: 0,
        text: "its JSON has another shape than expected: \(error)", problem: nil)
    }
  }

  private func read(_ arguments: [String]) async throws -> String {
    let result: CommandResult
    do {
      result = try await runner.run(
        executable, arguments, environment: variables.forReading, workingDirectory: nil,
        timeout: timeout)
    } catch let failure as CommandFailure {
      throw PixiFailure(
        command: commandLine(arguments), exitCode: nil, text: failure.description, problem: nil)
    }
    guard result.exitCode == 0 else {
      throw PixiFailure(
        command: commandLine(arguments), exitCode: result.exitCode,
        text: PixiErrorText(result.standardError).readable,
        problem: PixiErrorClassifier().classify(result.standardError))
    }
    return result.standardOutput
  }

  private func commandLine(_ arguments: [String]) -> String {
    ([executable] + arguments).joined(separator: " ")
  }
}
