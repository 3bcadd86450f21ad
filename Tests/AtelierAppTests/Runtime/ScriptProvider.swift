import ProcessRunner
import SessionEngine
import TerminalCore
import WorkshopModel

/// A provider whose one environment is there already and whose workload is a script.
struct ScriptProvider: EnvironmentProvider {
  let kind = ProviderKind.venv
  let script: String

  func describe() async -> ProviderDescription {
    ProviderDescription(kind: kind, version: nil, notes: [])
  }

  func environments(of exercise: Exercise, in folder: String) async -> [EnvironmentStatus] {
    exercise.environments.map { environment in
      EnvironmentStatus(
        name: environment.name, title: environment.title, provider: kind, state: .installed,
        prefix: nil, note: nil)
    }
  }

  func installPlan(
    for environment: String, of exercise: Exercise, in folder: String, size: Size
  ) async throws -> InstallPlan {
    InstallPlan(environment: environment, steps: [])
  }

  func installed(_ environment: String, of exercise: Exercise, in folder: String) async throws {}

  func launch(
    _ workload: Workload, of exercise: Exercise, in folder: String, size: Size
  ) async throws -> ProcessSpecification {
    plannedLaunch(workload, of: exercise, in: folder, size: size)
  }

  func plannedLaunch(
    _ workload: Workload, of exercise: Exercise, in folder: String, size: Size
  ) -> ProcessSpecification {
    process(["-c", script], folder, size)
  }

  func shell(
    in environment: String, of exercise: Exercise, folder: String, size: Size
  ) async throws -> ProcessSpecification {
    process(["-c", "read word; echo \"heard $word\"; read word"], folder, size)
  }

  func diagnose(output: String, exitCode: Int32?) -> Diagnosis? { nil }

  private func process(
    _ arguments: [String], _ folder: String, _ size: Size
  ) -> ProcessSpecification {
    ProcessSpecification(
      executable: "/bin/sh", arguments: arguments, environment: ["PATH": "/usr/bin:/bin"],
      workingDirectory: folder, size: size)
  }
}
