import Foundation
import PixiWorkspace
import ProcessRunner
import TerminalCore
import WorkshopModel

/// Environments made and run by pixi, through its command line.
///
/// Installs solve first and go one after another; runs take the lock as it is (`--frozen`), so that
/// two of them side by side never write to it.
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
        kind: kind, version: version.description, notes: Self.notes(on: version) + overrideNotes)
    } catch {
      return ProviderDescription(
        kind: kind, version: nil, notes: ["pixi does not answer: \(error)"])
    }
  }

  public func environments(of exercise: Exercise, in folder: String) async -> [EnvironmentStatus] {
    if let statuses = statusesBeforeTheStart(of: exercise, in: folder) { return statuses }
    do {
      let workspace = try await workspace(of: exercise, in: folder)
      return await statuses(of: exercise.environments, in: workspace)
    } catch {
      return exercise.environments.map { declaration in
        EnvironmentStatus(
          name: declaration.name, title: declaration.title, provider: kind,
          state: .unavailable(error), prefix: nil, note: nil)
      }
    }
  }

  public func installed(
    _ environment: String, of exercise: Exercise, in folder: String
  ) async throws {
    let status = try await status(of: environment, exercise: exercise, in: folder)
    switch status.state {
    // pixi has just said that it fits the lock: what it counts otherwise is its own matter.
    case .installed, .outdated: return
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
    try await require(workload.task, in: workload.environment, of: exercise, folder)
    return plannedLaunch(workload, of: exercise, in: folder, size: size)
  }

  public func plannedLaunch(
    _ workload: Workload, of exercise: Exercise, in folder: String, size: Size
  ) -> ProcessSpecification {
    run(workload.task, [], in: workload.environment, folder, size)
  }

  public func taskLaunch(
    _ task: String, arguments: [String], environment: String, of exercise: Exercise,
    in folder: String, size: Size
  ) async throws -> ProcessSpecification {
    try await requireInstalled(environment, of: exercise, in: folder)
    return run(task, arguments, in: environment, folder, size)
  }

  public func shell(
    in environment: String, of exercise: Exercise, folder: String, size: Size
  ) async throws -> ProcessSpecification {
    try await requireInstalled(environment, of: exercise, in: folder)
    return process(Self.arguments(in: folder).shell(in: environment), in: folder, size: size)
  }

  public func plainShell(in folder: String, size: Size) -> ProcessSpecification {
    PlainShell(variables: client.variables.forTerminal).process(in: folder, size: size)
  }

  public func diagnose(output: String, exitCode: Int32?) -> Diagnosis? {
    if let problem = PixiErrorClassifier().classify(output) { return Diagnosis(problem) }
    return ProgramDiagnosis.diagnose(output: output, exitCode: exitCode)
  }

  public func attention(for line: String) -> String? { PixiWaiting(line: line)?.words }

  private func run(
    _ task: String, _ arguments: [String], in environment: String, _ folder: String, _ size: Size
  ) -> ProcessSpecification {
    var process = process(
      Self.arguments(in: folder).run(task, arguments, in: environment), in: folder, size: size)
    process.environment.merge(RunVariables.defaults) { user, _ in user }
    return process
  }

  func process(_ arguments: [String], in folder: String, size: Size) -> ProcessSpecification {
    ProcessSpecification(
      executable: client.executable, arguments: arguments,
      environment: client.variables.forTerminal, workingDirectory: folder, size: size)
  }
}
