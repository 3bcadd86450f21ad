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
    let (options, forInstall) = (request.options, request.options.forInstall)
    var installs: [String] = []
    var runs: [String] = []
    var variables: [String: String] = [:]
    for name in request.environments {
      let plan = try await configuration.provider.installPlan(
        for: name, of: exercise, in: folder, size: request.size)
      for step in plan.steps {
        let command = forInstall.commandLine(of: try await process(for: step.process, forInstall))
        // One solve serves every environment of the workspace.
        if !installs.contains(command) { installs.append(command) }
      }
    }
    for name in request.environments where !request.onlyInstalls {
      guard let workload = exercise.workload(in: name) else { continue }
      let launch = configuration.provider.plannedLaunch(
        workload, of: exercise, in: folder, size: request.size)
      runs.append(options.commandLine(of: try await process(for: launch, options)))
      variables = launch.environment
    }
    let findings =
      request.onlyInstalls
      ? [] : await preflight(request, exercise, variables: variables)
    return PlannedCommands(installs: installs, runs: runs, preflight: findings)
  }

  /// Installs an environment behind the installs asked for before; at once when it is there.
  ///
  /// Cancelling the task that calls it stops the install and all it has started.
  /// - Parameters:
  ///   - options: Of these, only the CUDA version concerns an install.
  ///   - started: Called with each step's run as it begins.
  /// - Throws: `Diagnosis`; `CancellationError` when it was stopped.
  public func install(
    _ name: String, of exerciseID: String, size: Size, options: RunOptions = RunOptions(),
    started: @escaping @Sendable (RunID) async -> Void = { _ in }
  ) async throws {
    let exercise = try exercise(exerciseID)
    _ = try environment(name, of: exercise)
    try await installs.withTurn {
      try await self.runInstall(
        name, of: exercise, size: size, options: options.forInstall, started: started)
    }
  }

  private func runInstall(
    _ name: String, of exercise: Exercise, size: Size, options: RunOptions,
    started: @escaping @Sendable (RunID) async -> Void
  ) async throws {
    let plan: InstallPlan
    do {
      plan = try await configuration.provider.installPlan(
        for: name, of: exercise, in: configuration.folder(of: exercise.id), size: size)
      try Task.checkCancellation()
    } catch {
      // Nothing has run: who stopped it learns nothing by having tools asked that may hang.
      if !Task.isCancelled { await refreshUnlessClosing(exercise) }
      throw error
    }
    do {
      try await carryOut(plan, of: exercise, options, started: started)
    } catch {
      await refreshUnlessClosing(exercise)
      throw error
    }
    await refreshUnlessClosing(exercise)
  }

  private func carryOut(
    _ plan: InstallPlan, of exercise: Exercise, _ options: RunOptions,
    started: @escaping @Sendable (RunID) async -> Void
  ) async throws {
    for (index, step) in plan.steps.enumerated() {
      try Task.checkCancellation()
      let id = try await begin(
        RunPlan(
          origin: .install, specification: step.process, exercise: exercise.id,
          environment: plan.environment,
          purpose: .install(step: index + 1, of: plan.steps.count), title: step.title,
          options: options))
      await started(id)
      let ended = await runToEnd(id)
      guard ended?.state.hasSucceeded == true else { throw failure(of: id) }
    }
    if !plan.steps.isEmpty {
      try await configuration.provider.installed(
        plan.environment, of: exercise, in: configuration.folder(of: exercise.id))
    }
  }

  /// A stopped install leaves something behind, too: its task's cancellation must not keep the
  /// provider's tools from looking. Nobody waits for them then, as they may be what hangs.
  private func refreshUnlessClosing(_ exercise: Exercise) async {
    guard !isClosing else { return }
    let number = nextLook
    nextLook += 1
    let look = Task {
      _ = try? await refreshEnvironments(of: exercise.id)
      looks[number] = nil
    }
    looks[number] = look
    guard !Task.isCancelled else { return }
    await withTaskCancellationHandler {
      await look.value
    } onCancel: {
      look.cancel()
    }
  }

  /// Why a run that did not end well ended, with the way out.
  private func failure(of id: RunID) -> any Error {
    guard let run = runs[id], run.stop == nil else { return CancellationError() }
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
