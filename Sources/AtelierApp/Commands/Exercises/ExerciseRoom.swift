import Foundation
import SessionEngine
import WorkshopModel

/// An engine for one subcommand about exercises; what it has to tell goes to standard error.
struct ExerciseRoom: Sendable {
  let context: AppContext

  /// - Throws: `CommandFailure` when the workshop or the workspace cannot be used.
  init(_ shared: SharedOptions, _ provider: ProviderOptions) throws {
    context = try AppContext(shared, provider)
  }

  /// - Throws: `CommandFailure` when there is no such exercise.
  func exercise(_ id: String) throws -> Exercise {
    guard let exercise = context.workshop.exercise(id) else { throw context.unknownExercise(id) }
    return exercise
  }

  /// Everything is kept when it returns.
  func with<Value: Sendable>(
    _ work: @Sendable (Engine) async throws -> Value
  ) async throws -> Value {
    let engine = try await context.makeKeepingEngine()
    let progress = Task { await HeadlessProgress().follow(engine.events) }
    let result: Result<Value, any Error>
    do { result = .success(try await work(engine)) } catch { result = .failure(error) }
    await engine.close()
    await progress.value
    return try result.get()
  }
}
