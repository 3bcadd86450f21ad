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

  /// The commands that would run, for people to read before they agree.
  /// - Throws: `Diagnosis`.
  public func plannedCommands(_ request: BatchRequest) async throws -> PlannedCommands {
    let exercise = try checked(request)
    let folder = configuration.folder(of: exercise.id)
    var installs: [String] = []
    var runs: [String] = []
    for name in request.environments {
      let plan = try await configuration.provider.installPlan(
        for: name, of: exercise, in: folder, size: request.size)
      // One solve serves every environment of the workspace.
      installs += plan.steps.map(\.process.commandLine).filter { !installs.contains($0) }
    }
    for name in request.environments where !request.onlyInstalls {
      guard let workload = exercise.workload(in: name) else { continue }
      let launch = configuration.provider.plannedLaunch(
        workload, of: exercise, in: folder, size: request.size)
      runs.append(launch.commandLine)
    }
    return PlannedCommands(installs: installs, runs: runs)
  }

  /// Installs an environment behind the installs asked for before; at once when it is there.
  ///
  /// Cancelling the task that calls it stops the install and all it has started.
  /// - Parameter started: Called with each step's run as it begins.
  /// - Throws: `Diagnosis`; `CancellationError` when it was stopped.
  public func install(
    _ name: String, of exerciseID: String, size: Size,
    started: @escaping @Sendable (RunID) async -> Void = { _ in }
  ) async throws {
    let exercise = try exercise(exerciseID)
    _ = try environment(name, of: exercise)
    try await installs.withTurn {
      try await self.runInstall(name, of: exercise, size: size, started: started)
    }
  }

  private func runInstall(
    _ name: String, of exercise: Exercise, size: Size,
    started: @escaping @Sendable (RunID) async -> Void
  ) async throws {
    do {
      try await runSteps(of: name, of: exercise, size: size, started: started)
    } catch {
      await refreshUnlessClosing(exercise)
      throw error
    }
    await refreshUnlessClosing(exercise)
  }

  private func runSteps(
    of name: String, of exercise: Exercise, size: Size,
    started: @escaping @Sendable (RunID) async -> Void
  ) async throws {
    let folder = configuration.folder(of: exercise.id)
    let plan = try await configuration.provider.installPlan(
      for: name, of: exercise, in: folder, size: size)
    for (index, step) in plan.steps.enumerated() {
      try Task.checkCancellation()
      let id = try start(
        step.process, exercise: exercise.id, environment: name,
        purpose: .install(step: index + 1, of: plan.steps.count), title: step.title)
      await started(id)
      let ended = await runToEnd(id)
      guard ended?.state.hasSucceeded == true else { throw failure(of: id) }
    }
    if !plan.steps.isEmpty {
      try await configuration.provider.installed(name, of: exercise, in: folder)
    }
  }

  /// A stopped install leaves something behind, too: its task's cancellation must not keep the
  /// provider's tools from looking.
  private func refreshUnlessClosing(_ exercise: Exercise) async {
    guard !isClosing else { return }
    await Task { _ = try? await refreshEnvironments(of: exercise.id) }.value
  }

  /// Why a run that did not end well ended, with the way out.
  private func failure(of id: RunID) -> any Error {
    guard let run = runs[id], run.stopGrace == nil else { return CancellationError() }
    let snapshot = run.snapshot
    if let diagnosis = snapshot.diagnosis { return diagnosis }
    var words = "ended"
    if case .ended(let report) = snapshot.state { words = report.words }
    return Diagnosis(
      says: "\(snapshot.title): \(words).",
      remedy: snapshot.log.map { "Every line it printed is in \($0)." }
        ?? "Read its output above.")
  }
}
