import ProcessRunner
import TerminalCore
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
  /// - Parameter arguments: Given to the task by their places.
  /// - Throws: `Diagnosis`; `CancellationError` when it was stopped before it began.
  public func start(
    task: String, arguments: [String], in environment: String, of exerciseID: String, size: Size
  ) async throws -> RunID {
    let exercise = try exercise(exerciseID)
    try await install(environment, of: exerciseID, size: size)
    try Task.checkCancellation()
    let process = try await configuration.provider.taskLaunch(
      task, arguments: arguments, environment: environment, of: exercise,
      in: configuration.folder(of: exerciseID), size: size)
    return try start(
      process, exercise: exerciseID, environment: environment, purpose: .workload,
      title: "\(task) in \(environment)")
  }
}
