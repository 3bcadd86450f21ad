import Foundation
import PixiWorkspace
import WorkshopModel

extension Engine {
  /// Makes the exercise's folder from its starter, where files are missing, and notes the start.
  /// - Returns: The files that were added.
  /// - Throws: `Diagnosis` when there is no such exercise or a file cannot be made.
  @discardableResult
  public func startExercise(_ id: String) async throws -> WorkspaceChange {
    let exercise = try exercise(id)
    try checkWriting()
    let workspace = WorkspaceFolder(configuration.workspace).exercise(exercise)
    let preparation = await BlockingWork.run { workspace.prepare() }
    if let failure = preparation.failures.first {
      throw Diagnosis(says: "\(failure.path): \(failure.what)", remedy: failure.remedy)
    }
    if try await progress(of: id).startedAt == nil || !preparation.created.isEmpty {
      note(.started, of: id)
    }
    return WorkspaceChange(
      exercise: id, files: preparation.created.sorted().map { .init(path: $0, kind: .added) },
      keptIn: nil)
  }

  /// What a person has done with an exercise so far.
  /// - Throws: `Diagnosis` when there is no such exercise or the database cannot be read.
  public func progress(of id: String) async throws -> ExerciseProgress {
    _ = try exercise(id)
    let own = ownProgress[id] ?? ExerciseProgress(exercise: id)
    await configuration.memory.recorder.flush()
    guard let history = configuration.memory.history else { return own }
    return try await BlockingWork.run { try history.progress(of: id) }.completed(with: own)
  }

  /// Keeps a verdict. Of those nobody asked for, such as after a save, only one that differs from
  /// the last is kept.
  /// - Parameter asked: Whether a person asked for the check.
  public func recordCheck(_ verdict: ExerciseVerdict, asked: Bool) async {
    note(.checked(verdict, asked: asked), of: verdict.exercise)
  }

  /// A verdict on the folder as it is, which is not kept; nil when it was given up for a newer one.
  func currentVerdict(of id: String) async -> ExerciseVerdict? {
    // A check that goes on is waited for: another one would end it.
    if let task = checks[id]?.task { return try? await task.value }
    return try? await check(id)
  }

  func note(_ kind: ExerciseAttempt.Kind, of exercise: String) {
    let attempt = ExerciseAttempt(exercise: exercise, kind: kind, time: configuration.now())
    ownProgress[exercise, default: ExerciseProgress(exercise: exercise)].add(attempt)
    configuration.memory.recorder.record(attempt)
  }

  /// - Throws: `Diagnosis` where this console only looks.
  func checkWriting() throws(Diagnosis) {
    if case .readOnly = configuration.memory.status { throw Self.readOnly }
  }

  /// Nil where the environments are not made by pixi, or it does not answer.
  func pixiVersion() async -> PixiVersion? {
    guard configuration.provider.kind == .pixi else { return nil }
    return await configuration.provider.describe().version.flatMap(PixiVersion.init(parsing:))
  }
}
