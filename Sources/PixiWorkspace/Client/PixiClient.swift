import Foundation

/// The `pixi` command line as a client: reads facts as JSON, never solves and never installs.
public struct PixiClient: Sendable {
  /// The executable's absolute path.
  public let executable: String
  /// The environments its children get.
  public let variables: PixiVariables
  let runner: any CommandRunner
  let timeout: Duration

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
    try await decode(PixiArguments(manifest: manifest).information)
  }

  /// The packages the lock file holds for an environment; by default fails when it is stale.
  /// - Throws: `PixiFailure`
  public func packages(
    manifest: String, environment: String, lock: PixiArguments.LockUse = .locked
  ) async throws -> [PixiPackage] {
    do {
      return try await decode(
        PixiArguments(manifest: manifest).packages(of: environment, lock: lock))
    } catch let failure as PixiFailure where failure.text.contains("No packages found in") {
      // Releases before 0.68 call an empty environment an error.
      return []
    }
  }

  /// The tasks of each environment, from `pixi task list --json`.
  /// - Throws: `PixiFailure`
  public func tasks(manifest: String) async throws -> [PixiEnvironmentTasks] {
    try await decode(PixiArguments(manifest: manifest).tasks)
  }

  /// The variables that activate an environment, from `pixi shell-hook --json`.
  ///
  /// pixi installs what is missing first: ask only for an environment that is installed.
  /// - Throws: `PixiFailure`
  public func shellHook(manifest: String, environment: String) async throws -> PixiShellHook {
    try await decode(PixiArguments(manifest: manifest).shellHook(for: environment))
  }
}
