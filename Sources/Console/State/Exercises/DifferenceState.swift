import SessionEngine

/// The full screen of one's own files against the solution's.
public struct DifferenceState: Sendable, Equatable {
  public let exercise: String
  /// Nil until it is known.
  public var files: [FileDifference]?
  public var fault: Diagnosis?
  public var scroll = 0

  public init(exercise: String) {
    self.exercise = exercise
  }
}
