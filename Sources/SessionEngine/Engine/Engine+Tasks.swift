import ProcessRunner
import WorkshopModel

extension Engine {
  /// Starts a task of an exercise's workspace in an installed environment.
  /// - Throws: `Diagnosis`, such as that the environment is not installed or the provider knows no
  ///   tasks.
  @discardableResult
  public func startTask(_ request: TaskRequest) async throws -> RunID {
    try await begin(planTask(request))
  }

  /// The command that ``startTask(_:)`` would run, as one would type it.
  /// - Throws: `Diagnosis`.
  public func plannedCommand(_ request: TaskRequest) async throws -> String {
    let plan = try await planTask(request)
    return plan.options.commandLine(of: try await process(for: plan.specification, plan.options))
  }

  func planTask(_ request: TaskRequest) async throws -> RunPlan {
    guard !isClosing else { throw Self.isClosingDown }
    let exercise = try exercise(request.exercise)
    _ = try environment(request.environment, of: exercise)
    try request.options.check(provider: configuration.provider.kind)
    let specification = try await configuration.provider.launch(
      task: request.name, arguments: request.arguments, in: request.environment, of: exercise,
      folder: configuration.folder(of: exercise.id), size: request.size)
    return RunPlan(
      origin: .task(request), specification: specification, exercise: exercise.id,
      environment: request.environment, purpose: .task(request.name),
      title: "\(request.name) in \(request.environment)", options: request.options)
  }
}
