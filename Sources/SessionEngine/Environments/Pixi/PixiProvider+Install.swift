import PixiWorkspace
import ProcessRunner
import TerminalCore
import WorkshopModel

extension PixiProvider {
  public func installPlan(
    for environment: String, of exercise: Exercise, in folder: String, size: Size
  ) async throws -> InstallPlan {
    guard let declaration = exercise.environment(environment) else {
      throw Diagnosis.unknownEnvironment(environment, of: exercise)
    }
    let workspace = try await workspace(of: exercise, in: folder)
    let status = await statuses(of: [declaration], in: workspace)[0]
    switch status.state {
    case .installed: return InstallPlan(environment: environment, steps: [])
    case .unavailable(let diagnosis): throw diagnosis
    case .notInstalled, .outdated, .broken: break
    }
    var steps: [InstallPlan.Step] = []
    func add(_ title: String, _ arguments: [String]) {
      steps.append(
        .init(title: title, process: process(arguments, in: folder, size: size)))
    }
    if let prefix = status.prefix,
      case .moved(let origin) = await BlockingWork.run({ PixiPrefix(path: prefix).state })
    {
      // pixi asks in a terminal whether it may remove it; nobody may be there to answer.
      add(
        "Remove \(environment), which was made in \(origin)", workspace.arguments.clean(environment)
      )
    }
    switch try await lockUse(of: environment, in: workspace) {
    case .solve where workspace.version.passes(.lockCommand):
      add("Solve the workspace with pixi", workspace.arguments.lock)
      add(
        "Install \(environment) with pixi",
        workspace.arguments.install(environment, lock: .locked))
    case .solve:
      add(
        "Solve and install \(environment) with pixi",
        workspace.arguments.install(environment, lock: .solve))
    case .locked, .frozen:
      add(
        "Install \(environment) with pixi",
        workspace.arguments.install(environment, lock: .locked))
    }
    return InstallPlan(environment: environment, steps: steps)
  }

  public func isLockStale(
    for environment: String, of exercise: Exercise, in folder: String
  ) async -> Bool? {
    guard let workspace = try? await workspace(of: exercise, in: folder), workspace.lock != nil,
      let use = try? await lockUse(of: environment, in: workspace)
    else { return nil }
    return use == .solve
  }

  /// Whether the lock must be solved before an install can take it as it is.
  /// - Throws: `Diagnosis` when a newer pixi has written the lock.
  private func lockUse(
    of environment: String, in workspace: Workspace
  ) async throws -> PixiArguments.LockUse {
    guard let lock = workspace.lock else { return .solve }
    let newest = workspace.version.newestLockFormat
    if let format = lock.formatVersion, format > newest {
      throw Diagnosis(
        says: "\(workspace.folder)/pixi.lock has format \(format), and pixi \(workspace.version) "
          + "reads formats up to \(newest).",
        remedy: "Update pixi with `pixi self-update`; or remove pixi.lock, and it is solved anew.")
    }
    do {
      _ = try await client.packages(manifest: workspace.manifest, environment: environment)
      return .locked
    } catch {
      // Stale, or not readable in another way: a solve says what is wrong where it cannot mend it.
      return .solve
    }
  }
}
