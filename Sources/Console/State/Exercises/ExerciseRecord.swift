import SessionEngine

/// What is known of a participant's way through an exercise.
public struct ExerciseRecord: Sendable, Equatable {
  public var verdict: ExerciseVerdict?
  /// Why the last judgement did not come about; nil when it did.
  public var fault: Diagnosis?
  public var progress: ExerciseProgress?
  /// Those that were shown; nil before they were read.
  public var hints: [HintAnswer]?
  /// The newest check that was asked for and is not answered.
  var pendingCheck: CheckRequest?
  /// The picture that a run has made or changed, until it is shown.
  var offeredPicture: String?
  /// Whether its pictures were listed once: only what comes after that is news.
  var hasListedPictures = false

  public init() {}
}
