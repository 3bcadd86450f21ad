import Foundation
import ProcessRunner
import TerminalCore
import WorkshopModel

extension Engine {
  /// Finds out about the provider and tells it as an event.
  @discardableResult
  public func describeProvider() async -> ProviderDescription {
    let described = await configuration.provider.describe()
    let reasons = [configuration.providerReason].compactMap(\.self)
    let description = ProviderDescription(
      kind: described.kind, version: described.version, notes: reasons + described.notes)
    sink.yield(.provider(description))
    return description
  }

  /// Looks at an exercise's environments and tells them as an event.
  /// - Throws: `Diagnosis` when there is no such exercise.
  @discardableResult
  public func refreshEnvironments(of exerciseID: String) async throws -> [EnvironmentStatus] {
    let exercise = try exercise(exerciseID)
    let statuses = await configuration.provider.environments(
      of: exercise, in: configuration.folder(of: exerciseID))
    sink.yield(.environments(exercise: exerciseID, statuses))
    return statuses
  }

  /// The commands that would run, in order, for people to read before they agree.
  /// - Throws: `Diagnosis`.
  public func plannedCommands(_ request: BatchRequest) async throws -> [String] {
    let exercise = try exercise(request.exercise)
    let folder = configuration.folder(of: exercise.id)
    var commands: [String] = []
    for name in request.environments {
      _ = try environment(name, of: exercise)
      let plan = try await configuration.provider.installPlan(
        for: name, of: exercise, in: folder, size: request.size)
      commands += plan.steps.map(\.process.commandLine)
    }
    for name in request.environments where !request.onlyInstalls {
      guard let workload = exercise.workload(in: name) else { continue }
      let launch = try? await configuration.provider.plannedLaunch(
        workload, of: exercise, in: folder, size: request.size)
      if let launch { commands.append(launch.commandLine) }
    }
    return commands
  }

  /// Installs an environment behind the installs asked for before; at once when it is there.
  /// - Parameter started: Called with each step's run as it begins.
  /// - Throws: `Diagnosis`.
  public func install(
    _ name: String, of exerciseID: String, size: Size,
    started: @escaping @Sendable (RunID) async -> Void = { _ in }
  ) async throws {
    let exercise = try exercise(exerciseID)
    _ = try environment(name, of: exercise)
    let before = lastInstall
    let install = Task { () throws -> Void in
      await before?.value
      try Task.checkCancellation()
      try await self.runInstall(name, of: exercise, size: size, started: started)
    }
    lastInstall = Task { _ = await install.result }
    try await withTaskCancellationHandler {
      try await install.value
    } onCancel: {
      install.cancel()
    }
  }

  private func runInstall(
    _ name: String, of exercise: Exercise, size: Size,
    started: @escaping @Sendable (RunID) async -> Void
  ) async throws {
    let folder = configuration.folder(of: exercise.id)
    let plan = try await configuration.provider.installPlan(
      for: name, of: exercise, in: folder, size: size)
    for (index, step) in plan.steps.enumerated() {
      let id = try start(
        step.process, exercise: exercise.id, environment: name,
        purpose: .install(step: index + 1, of: plan.steps.count), title: step.title)
      await started(id)
      let ended = await waitForEnd(of: id)
      guard ended.state.hasSucceeded else { throw failure(of: ended) }
    }
    if !plan.steps.isEmpty {
      try await configuration.provider.installed(name, of: exercise, in: folder)
    }
    _ = try? await refreshEnvironments(of: exercise.id)
  }

  /// Why a run that did not end well ended, with the way out.
  func failure(of run: RunSnapshot) -> Diagnosis {
    if let diagnosis = run.diagnosis { return diagnosis }
    var words = "ended"
    if case .ended(let report) = run.state { words = report.words }
    return Diagnosis(
      says: "\(run.title): \(words).",
      remedy: run.log.map { "Every line it printed is in \($0)." } ?? "Read its output above.")
  }
}
