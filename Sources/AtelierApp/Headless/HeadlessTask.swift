import Foundation
import SessionEngine
import TerminalCore
import WorkshopModel

/// Runs one task without a screen; its lines are told as they come.
struct HeadlessTask: Sendable {
  private static let size = Size(columns: 160, rows: 50)
  let context: AppContext

  /// - Parameters:
  ///   - environment: Nil to take the one that has the task.
  ///   - tellsLinesAsOutput: Whether its lines go to standard output, or to standard error.
  /// - Throws: `Diagnosis` when it cannot even be begun.
  func run(
    _ task: String, arguments: [String], environment: String?, of exercise: Exercise,
    tellsLinesAsOutput: Bool
  ) async throws -> RunResult {
    if let failure = context.workspace.exercise(exercise).prepare().failures.first {
      throw Diagnosis(says: "\(failure.path): \(failure.what)", remedy: failure.remedy)
    }
    let engine = try await context.makeKeepingEngine()
    let progress = Task { await HeadlessProgress().follow(engine.events) }
    let interrupts = try InterruptWatcher()
    let watch = Task {
      if await interrupts.wait() { await engine.close() }
    }
    let outcome: Result<RunResult, any Error>
    do {
      outcome = .success(
        try await carryOut(
          task, arguments, environment, exercise, engine, tellsLinesAsOutput))
    } catch {
      outcome = .failure(error)
    }
    watch.cancel()
    await engine.close()
    await progress.value
    if let signal = interrupts.signal { Foundation.exit(128 + signal) }
    return try outcome.get()
  }

  private func carryOut(
    _ task: String, _ arguments: [String], _ named: String?, _ exercise: Exercise,
    _ engine: Engine, _ tellsLinesAsOutput: Bool
  ) async throws -> RunResult {
    let provider = await engine.describeProvider().kind
    let tasks = try await engine.tasks(of: exercise.id)
    let environment = try TaskChoice(exercise: exercise, tasks: tasks)
      .environment(for: task, named: named)
    let id = try await engine.startTask(
      TaskRequest(
        name: task, arguments: arguments, environment: environment, exercise: exercise.id,
        size: Self.size))
    let log = await engine.run(id)?.log
    let follower = Task {
      guard let log else { return }
      await LogFollower(file: log).follow { line in
        if tellsLinesAsOutput { print(line) } else { StandardError.write(line) }
      }
    }
    let run = await engine.waitForEnd(of: id)
    follower.cancel()
    await follower.value
    return RunResult(
      lane: BatchLane(environment: environment, phase: .ended, run: id), run: run,
      provider: provider)
  }
}
