import GPUMetrics
import PixiWorkspace
import WorkshopModel

extension Engine {
  /// What can be said of runs before they start.
  func preflight(
    _ request: BatchRequest, _ exercise: Exercise, variables: [String: String]
  ) async -> [PreflightFinding] {
    let folder = configuration.folder(of: exercise.id)
    let statuses = await configuration.provider.environments(of: exercise, in: folder)
    var isStale: Bool?
    if let first = request.environments.first {
      isStale = await configuration.provider.isLockStale(for: first, of: exercise, in: folder)
    }
    let sizes = statuses.compactMap { status in
      status.isInstalled ? nil : status.lock?.downloadBytes.map { (status.name, $0) }
    }
    let alive = runs.values.filter {
      $0.snapshot.state.isAlive && $0.snapshot.purpose.givesFigures
    }.count
    let (gpu, usesPixi) = (gpu, configuration.provider.kind == .pixi)
    let gatherer = PreflightGatherer(
      workspace: configuration.workspace.path(percentEncoded: false))
    return await BlockingWork.run { [isStale] in
      Preflight.findings(
        for: gatherer.facts(
          for: exercise, environments: request.environments, statuses: statuses, gpu: gpu,
          lock: usesPixi ? PixiLock(file: folder + "/pixi.lock") : nil, isLockStale: isStale,
          variables: variables, options: request.options, runsAlive: alive,
          downloadBytes: Dictionary(sizes, uniquingKeysWith: { first, _ in first })))
    }
  }
}
