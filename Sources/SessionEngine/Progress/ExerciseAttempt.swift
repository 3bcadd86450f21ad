import Foundation

/// Something a person did with an exercise, as the workshop's database keeps it.
public struct ExerciseAttempt: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case started
    /// Judged.
    /// - Parameter asked: Whether a person asked for it; else a save or the end of a run did.
    case checked(ExerciseVerdict, asked: Bool)
    /// A hint was shown for the first time.
    /// - Parameter position: Its place in exercise.toml, from 1.
    case hint(position: Int)
    /// - Parameter keptIn: Where the old files stand, relative to the workspace; nil for none.
    case reset(keptIn: String?)
    /// The solution was shown.
    case solutionShown
    /// The solution was laid over the folder.
    case solutionWritten(keptIn: String?)
    case caughtUp(keptIn: String?)
    /// A receipt was written.
    case receipt
  }

  public let exercise: String
  public let kind: Kind
  /// By the wall clock.
  public let time: Date

  public init(exercise: String, kind: Kind, time: Date) {
    self.exercise = exercise
    self.kind = kind
    self.time = time
  }
}
