import Foundation
import ProcessRunner
import SessionEngine
import Synchronization
import TerminalCore
import WorkshopModel

/// A provider whose installs, workloads and shells are scripts of the test.
final class ScriptedProvider: EnvironmentProvider {
  /// What one environment's processes do, as text for `/bin/sh -c`.
  struct Scripts: Sendable {
    var installs: [String] = []
    var workload = "true"
    var shell = "cat"
    /// By their names.
    var tasks: [String: String] = [:]
  }

  /// What a provider tells and does beside its scripts.
  struct Hooks: Sendable {
    var packages: [StoredPackage] = []
    /// Of every environment that is not installed.
    var lock: EnvironmentLock?
    /// Awaited before a workload's launch is told.
    var beforeLaunch: @Sendable (_ environment: String) async -> Void = { _ in }
  }

  let kind: ProviderKind
  private let hooks: Hooks
  private let scripts: [String: Scripts]
  private let installed: Mutex<Set<String>>

  /// - Parameter installed: Names of environments that are there from the beginning.
  init(
    _ scripts: [String: Scripts], installed: Set<String> = [], kind: ProviderKind = .venv,
    hooks: Hooks = Hooks()
  ) {
    self.hooks = hooks
    self.kind = kind
    self.scripts = scripts
    self.installed = Mutex(installed)
  }

  func describe() async -> ProviderDescription {
    ProviderDescription(kind: kind, version: "1.2.3", notes: ["scripted"])
  }

  func environments(of exercise: Exercise, in folder: String) async -> [EnvironmentStatus] {
    // As a tool would that is started in a task that was cancelled: it could not be asked.
    guard !Task.isCancelled else { return [] }
    return exercise.environments.map { environment in
      EnvironmentStatus(
        name: environment.name, title: environment.title, provider: kind,
        state: has(environment.name) ? .installed : .notInstalled, prefix: nil, note: nil,
        lock: has(environment.name) ? nil : hooks.lock)
    }
  }

  func installPlan(
    for environment: String, of exercise: Exercise, in folder: String, size: Size
  ) async throws -> InstallPlan {
    let missing = has(environment) ? [] : scripts[environment]?.installs ?? []
    return InstallPlan(
      environment: environment,
      steps: missing.enumerated().map { index, script in
        .init(
          title: "step \(index + 1) of \(environment)", process: process(script, folder, size))
      })
  }

  func installed(_ environment: String, of exercise: Exercise, in folder: String) async throws {
    _ = installed.withLock { $0.insert(environment) }
  }

  func launch(
    _ workload: Workload, of exercise: Exercise, in folder: String, size: Size
  ) async throws -> ProcessSpecification {
    try requireInstalled(workload.environment)
    await hooks.beforeLaunch(workload.environment)
    return plannedLaunch(workload, of: exercise, in: folder, size: size)
  }

  func plannedLaunch(
    _ workload: Workload, of exercise: Exercise, in folder: String, size: Size
  ) -> ProcessSpecification {
    process(scripts[workload.environment]?.workload ?? "true", folder, size)
  }

  func shell(
    in environment: String, of exercise: Exercise, folder: String, size: Size
  ) async throws -> ProcessSpecification {
    try requireInstalled(environment)
    return process(scripts[environment]?.shell ?? "cat", folder, size)
  }

  func taskLaunch(
    _ task: String, arguments: [String], environment: String, of exercise: Exercise,
    in folder: String, size: Size
  ) async throws -> ProcessSpecification {
    try requireInstalled(environment)
    guard let script = scripts[environment]?.tasks[task] else {
      throw Diagnosis(says: "There is no task \(task).", remedy: "Choose another.")
    }
    var process = process(script, folder, size)
    process.arguments += [task] + arguments
    return process
  }

  func packages(
    of environment: String, of exercise: Exercise, in folder: String
  ) async -> [StoredPackage] { hooks.packages }

  func diagnose(output: String, exitCode: Int32?) -> Diagnosis? {
    guard output.contains("known fault") else { return nil }
    return Diagnosis(says: "A known fault.", remedy: "Mend it.", details: output)
  }

  func has(_ environment: String) -> Bool { installed.withLock { $0.contains(environment) } }

  private func requireInstalled(_ environment: String) throws {
    guard has(environment) else {
      throw Diagnosis(says: "\(environment) is not installed.", remedy: "Install it.")
    }
  }

  private func process(_ script: String, _ folder: String, _ size: Size) -> ProcessSpecification {
    ProcessSpecification(
      executable: "/bin/sh", arguments: ["-c", script],
      environment: [
        "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "linux", "TMUX": "/outer,1,0",
      ], workingDirectory: folder, size: size)
  }
}
