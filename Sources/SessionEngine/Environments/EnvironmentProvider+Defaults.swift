import Foundation
import ProcessRunner
import TerminalCore
import WorkshopModel

extension EnvironmentProvider {
  /// The shell with the variables of this process.
  public func plainShell(in folder: String, size: Size) -> ProcessSpecification {
    PlainShell(variables: ProcessInfo.processInfo.environment).process(in: folder, size: size)
  }

  public func isLockStale(
    for environment: String, of exercise: Exercise, in folder: String
  ) async -> Bool? { nil }

  public func attention(for line: String) -> String? { nil }

  /// The exercise's workloads as tasks.
  public func tasks(of exercise: Exercise, in folder: String) async throws -> [WorkspaceTask] {
    WorkspaceTask.tasks(ofWorkloads: exercise.workloads)
  }

  /// The workload of that name, with the arguments after its own.
  public func taskLaunch(
    _ task: String, arguments: [String], environment: String, of exercise: Exercise,
    in folder: String, size: Size
  ) async throws -> ProcessSpecification {
    let workload = exercise.workloads.first {
      $0.task == task && $0.environment == environment
    }
    guard let workload else { throw Diagnosis.unknownTask(task, environment, of: exercise) }
    var process = try await launch(workload, of: exercise, in: folder, size: size)
    process.arguments += arguments
    return process
  }

  public func packages(
    of environment: String, of exercise: Exercise, in folder: String
  ) async -> [StoredPackage] { [] }

  public func installProgress(
    of environment: String, of exercise: Exercise, in folder: String
  ) async -> InstallProgressReader? { nil }
}
