import Foundation
import WorkshopModel

extension Engine {
  /// Makes the exercise's folder from its starter, where files are missing, and notes the start.
  /// - Returns: The files that were added.
  /// - Throws: `Diagnosis` when there is no such exercise or a file cannot be made.
  @discardableResult
  public func startExercise(_ id: String) async throws -> WorkspaceChange {
    throw Self.notYet
  }

  /// What a person has done with an exercise so far.
  /// - Throws: `Diagnosis` when there is no such exercise or the database cannot be read.
  public func progress(of id: String) async throws -> ExerciseProgress {
    throw Self.notYet
  }

  /// The same for every exercise of the workshop, in its order.
  /// - Throws: `Diagnosis` when the database cannot be read.
  public func progressOfAll() async throws -> [ExerciseProgress] {
    throw Self.notYet
  }

  /// Keeps a verdict. Of those nobody asked for, such as after a save, only one that differs from
  /// the last is kept.
  /// - Parameter asked: Whether a person asked for the check.
  public func recordCheck(_ verdict: ExerciseVerdict, asked: Bool) async {}

  static let notYet = Diagnosis(says: "This is not built yet.", remedy: "Wait for it.")
}
