import ProcessRunner
import TerminalCore
import WorkshopModel

/// Makes an exercise's environments and says how a program is started inside one.
///
/// A provider plans and judges; the engine runs what it planned, so every command can be shown
/// before it runs, in a pseudo-terminal like any other run.
public protocol EnvironmentProvider: Sendable {
  var kind: ProviderKind { get }

  /// Finds out what a person must know about the provider.
  func describe() async -> ProviderDescription

  /// The exercise's environments in the order it declares them; never installs or solves.
  func environments(of exercise: Exercise, in folder: String) async -> [EnvironmentStatus]

  /// What must run to install an environment; no steps when it is there already.
  /// - Throws: `Diagnosis` when it cannot be installed as things stand.
  func installPlan(
    for environment: String, of exercise: Exercise, in folder: String, size: Size
  ) async throws -> InstallPlan

  /// Called when every step of a plan has ended well: records that the environment is whole.
  /// - Throws: `Diagnosis` when it turns out not to be.
  func installed(_ environment: String, of exercise: Exercise, in folder: String) async throws

  /// How the exercise's workload runs in an installed environment; never installs or solves.
  func launch(
    _ workload: Workload, of exercise: Exercise, in folder: String, size: Size
  ) async throws -> ProcessSpecification

  /// What `launch` will give once the environment is installed, to be shown before.
  func plannedLaunch(
    _ workload: Workload, of exercise: Exercise, in folder: String, size: Size
  ) -> ProcessSpecification

  /// An interactive shell inside an installed environment.
  func shell(
    in environment: String, of exercise: Exercise, folder: String, size: Size
  ) async throws -> ProcessSpecification

  /// An interactive shell in the exercise's folder, in no environment.
  func plainShell(in folder: String, size: Size) -> ProcessSpecification

  /// Reads a failed command's output: what happened and the remedy; nil when it is not understood.
  func diagnose(output: String, exitCode: Int32?) -> Diagnosis?

  /// Whether the lock no longer fits what the workspace asks for; nil when there is none or it
  /// cannot be told. Never solves.
  func isLockStale(
    for environment: String, of exercise: Exercise, in folder: String
  ) async -> Bool?

  /// One sentence a person should know now, read from a line of a running command's output, such as
  /// that it waits for another pixi; nil for every other line.
  func attention(for line: String) -> String?

  /// The tasks that can be run in the exercise's folder; never installs or solves.
  /// - Throws: `Diagnosis` when they cannot be asked for.
  func tasks(of exercise: Exercise, in folder: String) async throws -> [WorkspaceTask]

  /// How a task runs in an installed environment; never installs or solves.
  /// - Parameter arguments: Given to the task by their places.
  /// - Throws: `Diagnosis`
  func taskLaunch(
    _ task: String, arguments: [String], environment: String, of exercise: Exercise,
    in folder: String, size: Size
  ) async throws -> ProcessSpecification

  /// What is installed in an environment, told without running its tools; empty when nothing is.
  func packages(
    of environment: String, of exercise: Exercise, in folder: String
  ) async -> [StoredPackage]

  /// Tells how far an install of the environment has come; nil when that cannot be told.
  func installProgress(
    of environment: String, of exercise: Exercise, in folder: String
  ) async -> InstallProgressReader?
}
