import PixiWorkspace
import ProcessRunner
import TerminalCore
import WorkshopModel

/// Environments made and run by pixi, through its command line.
public struct PixiProvider: EnvironmentProvider {
  public let kind = ProviderKind.pixi
  let client: PixiClient

  public init(client: PixiClient) {
    self.client = client
  }

  public func describe() async -> ProviderDescription {
    do {
      let version = try await client.version()
      return ProviderDescription(
        kind: kind, version: version.description, notes: Self.notes(on: version))
    } catch {
      return ProviderDescription(
        kind: kind, version: nil, notes: ["pixi does not answer: \(error)"])
    }
  }

  public func environments(of exercise: Exercise, in folder: String) async -> [EnvironmentStatus] {
    do {
      let workspace = try await workspace(in: folder)
      return exercise.environments.map { status(of: $0, in: workspace) }
    } catch {
      return exercise.environments.map { declaration in
        EnvironmentStatus(
          name: declaration.name, title: declaration.title, provider: kind,
          state: .unavailable(error), prefix: nil, note: nil)
      }
    }
  }

  public func installPlan(
    for environment: String, of exercise: Exercise, in folder: String, size: Size
  ) async throws -> InstallPlan {
    let status = try await status(of: environment, exercise: exercise, in: folder)
    switch status.state {
    case .installed: return InstallPlan(environment: environment, steps: [])
    case .unavailable(let diagnosis): throw diagnosis
    case .notInstalled, .broken: break
    }
    let process = process(
      ["install", "--manifest-path", Self.manifest(in: folder), "-e", environment],
      in: folder, size: size)
    return InstallPlan(
      environment: environment,
      steps: [.init(title: "Solve and install \(environment) with pixi", process: process)])
  }

  public func installed(
    _ environment: String, of exercise: Exercise, in folder: String
  ) async throws {
    let status = try await status(of: environment, exercise: exercise, in: folder)
    switch status.state {
    case .installed: return
    case .unavailable(let diagnosis): throw diagnosis
    case .broken(let reason):
      throw Diagnosis(
        says: "pixi ended well, but \(environment) is not whole: \(reason)",
        remedy: "Install it again.")
    case .notInstalled:
      throw Diagnosis(
        says: "pixi ended well, but there is no environment at \(status.prefix ?? folder).",
        remedy: "Install it again, or look with `pixi info`.")
    }
  }

  public func launch(
    _ workload: Workload, of exercise: Exercise, in folder: String, size: Size
  ) async throws -> ProcessSpecification {
    try await requireInstalled(workload.environment, of: exercise, in: folder)
    return try await plannedLaunch(workload, of: exercise, in: folder, size: size)
  }

  public func plannedLaunch(
    _ workload: Workload, of exercise: Exercise, in folder: String, size: Size
  ) async throws -> ProcessSpecification {
    var process = process(
      arguments("run", workload.environment, in: folder) + [workload.task], in: folder, size: size)
    process.environment.merge(RunVariables.defaults) { user, _ in user }
    return process
  }

  public func shell(
    in environment: String, of exercise: Exercise, folder: String, size: Size
  ) async throws -> ProcessSpecification {
    try await requireInstalled(environment, of: exercise, in: folder)
    return process(arguments("shell", environment, in: folder), in: folder, size: size)
  }

  public func diagnose(output: String, exitCode: Int32?) -> Diagnosis? {
    if let problem = PixiErrorClassifier().classify(output) { return Diagnosis(problem) }
    return ProgramDiagnosis.diagnose(output: output, exitCode: exitCode)
  }

  /// `--frozen` takes the lock as it is, so that two runs side by side never write to it.
  private func arguments(
    _ command: String, _ environment: String, in folder: String
  ) -> [String] {
    [command, "--manifest-path", Self.manifest(in: folder), "--frozen", "-e", environment]
  }

  private func process(
    _ arguments: [String], in folder: String, size: Size
  ) -> ProcessSpecification {
    ProcessSpecification(
      executable: client.executable, arguments: arguments,
      environment: client.variables.forTerminal, workingDirectory: folder, size: size)
  }
}
