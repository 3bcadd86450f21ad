import Foundation

/// What a participant has done with an exercise so far.
public struct ExerciseProgress: Sendable, Hashable {
  public let exercise: String
  public var startedAt: Date?
  /// When every goal was met for the first time.
  public var passedAt: Date?
  /// How many hints were shown.
  public var hintsShown: Int
  /// Which, by their places in exercise.toml, from 1.
  public var hintPositions: Set<Int> = []
  /// How often its starter was brought back, catching up included.
  public var resets = 0
  /// How often it was checked by a person's wish.
  public var checks: Int
  /// When the solution was shown or written for the first time.
  public var solutionShownAt: Date?
  /// The newest verdict; nil before the first.
  public var verdict: ExerciseVerdict?

  public init(
    exercise: String, startedAt: Date? = nil, passedAt: Date? = nil, hintsShown: Int = 0,
    checks: Int = 0, solutionShownAt: Date? = nil, verdict: ExerciseVerdict? = nil
  ) {
    self.exercise = exercise
    self.startedAt = startedAt
    self.passedAt = passedAt
    self.hintsShown = hintsShown
    self.checks = checks
    self.solutionShownAt = solutionShownAt
    self.verdict = verdict
  }
}
