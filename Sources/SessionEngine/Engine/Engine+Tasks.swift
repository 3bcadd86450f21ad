import ProcessRunner
import WorkshopModel

extension Engine {
  /// The tasks that can be run in an exercise's folder.
  /// - Throws: `Diagnosis`
  public func tasks(of exerciseID: String) async throws -> [WorkspaceTask] {
    let exercise = try exercise(exerciseID)
    return try await configuration.provider.tasks(
      of: exercise, in: configuration.folder(of: exerciseID))
  }

  /// Installs the environment where it is missing, then starts the task as a run of its own.
  /// - Throws: `Diagnosis`; `CancellationError` when it was stopped before it began.
  @discardableResult
  public func startTask(_ request: TaskRequest) async throws -> RunID {
    try await install(
      request.environment, of: request.exercise, size: request.size, options: request.options)
    try Task.checkCancellation()
    return try await begin(planTask(request))
  }

  func planTask(_ request: TaskRequest) async throws -> RunPlan {
    guard !isClosing else { throw Self.isClosingDown }
    let exercise = try exercise(request.exercise)
    _ = try environment(request.environment, of: exercise)
    try request.options.check(provider: configuration.provider.kind)
    let specification = try await configuration.provider.taskLaunch(
      request.name, arguments: request.arguments, environment: request.environment, of: exercise,
      in: configuration.folder(of: exercise.id), size: request.size)
    return RunPlan(
      origin: .task(request), specification: specification, exercise: exercise.id,
      environment: request.environment, purpose: .task(request.name),
      title: "\(request.name) in \(request.environment)", options: request.options)
  }
}
