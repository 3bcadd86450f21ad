import Foundation
import SessionEngine
import TerminalCore
import WorkshopModel

/// Installs and runs without a screen: commands and progress go to standard error as they come.
struct HeadlessSession: Sendable {
  private struct Outcome {
    let batch: BatchSnapshot
    /// Every lane's last run.
    let lastRuns: [RunSnapshot?]
    /// Every run of a workload.
    let workloads: [RunID: RunSnapshot]
    let provider: ProviderKind
  }

  /// Wide enough that no line of a training is wrapped.
  private static let size = Size(columns: 160, rows: 50)
  let context: AppContext

  init(context: AppContext) {
    self.context = context
  }

  /// Installs one environment; returns when it is there.
  /// - Throws: `Diagnosis`.
  func install(_ name: String, of exercise: Exercise) async throws {
    let outcome = try await carryOut(
      BatchRequest(
        exercise: exercise.id, environments: [name], size: Self.size, onlyInstalls: true),
      exercise)
    switch outcome.batch.lanes.first?.phase {
    case .failed(let diagnosis): throw diagnosis
    case .ended: StandardError.write("\(name) is installed.")
    default: throw Diagnosis(says: "\(name) was not installed.", remedy: "Run it once more.")
    }
  }

  /// Runs the exercise in every environment at once, as often as asked; a run that goes wrong is a
  /// result, too.
  /// - Returns: Environment after environment, each one's runs in their order; an environment in
  ///   which nothing ran has one result that says why.
  /// - Throws: `Diagnosis` when it cannot even be begun.
  func run(
    _ exercise: Exercise, in environments: [String], repeats: Int = 1, name: String? = nil,
    options: RunOptions = RunOptions()
  ) async throws -> [RunResult] {
    let outcome = try await carryOut(
      BatchRequest(
        exercise: exercise.id, environments: environments, size: Self.size, repeats: repeats,
        options: options, name: name), exercise)
    return zip(outcome.batch.lanes, outcome.lastRuns).flatMap { lane, last in
      var runs: [RunSnapshot?] = lane.workloadRuns.compactMap { outcome.workloads[$0] }
      // Why no more of them ran stands beside the last.
      if runs.isEmpty { runs = [last] }
      return runs.enumerated().map { index, run in
        RunResult(
          lane: lane, run: run, provider: outcome.provider, isLast: index == runs.count - 1)
      }
    }
  }

  /// What a person should know before it starts; what is well needs no words here.
  private func tellFindings(of request: BatchRequest, _ engine: Engine) async {
    guard !request.onlyInstalls, let planned = try? await engine.plannedCommands(request) else {
      return
    }
    for finding in planned.preflight where finding.severity >= .warning {
      let place = finding.environment.map { "[\($0)] " } ?? ""
      StandardError.write(
        place + ([finding.says, finding.remedy].compactMap(\.self)).joined(separator: " "))
    }
  }

  private func carryOut(_ request: BatchRequest, _ exercise: Exercise) async throws -> Outcome {
    if let failure = context.workspace.exercise(exercise).prepare().failures.first {
      throw Diagnosis(says: "\(failure.path): \(failure.what)", remedy: failure.remedy)
    }
    let engine = try await context.makeKeepingEngine()
    let description = await engine.describeProvider()
    StandardError.write(
      ([description.kind.rawValue + " " + (description.version ?? "")] + description.notes)
        .joined(separator: "\n"))
    let progress = Task { await HeadlessProgress().follow(engine.events) }
    let interrupts = try InterruptWatcher()
    let gpu = await HeadlessGPU(context.gpuSelector, engine)
    await tellFindings(of: request, engine)
    let id = try await engine.start(request)
    let watch = Task {
      if await interrupts.wait() { await engine.stop(batch: id) }
    }
    let ended = await engine.waitForEnd(of: id)
    watch.cancel()
    await gpu.close()
    await engine.close()
    await progress.value
    if let signal = interrupts.signal { Foundation.exit(128 + signal) }
    guard let (batch, lastRuns) = ended else {
      throw Diagnosis(says: "The engine lost its runs.", remedy: "Run it once more.")
    }
    var workloads: [RunID: RunSnapshot] = [:]
    for id in batch.lanes.flatMap(\.workloadRuns) { workloads[id] = await engine.run(id) }
    return Outcome(
      batch: batch, lastRuns: lastRuns, workloads: workloads, provider: description.kind)
  }
}
