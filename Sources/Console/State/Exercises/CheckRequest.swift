/// A judgement of an exercise's goals that was asked for; an answer to an older one is dropped.
public struct CheckRequest: Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    /// The exercise was opened: the goals are shown, and nothing is told.
    case opened
    /// The goals' list was opened, which shows them.
    case asked
    /// A file was saved, by its path below the exercise's folder.
    case saved(String)
    /// A run has ended, or another program has changed files.
    case worked
  }

  public let exercise: String
  public let number: Int
  public let reason: Reason

  public init(exercise: String, number: Int, reason: Reason) {
    self.exercise = exercise
    self.number = number
    self.reason = reason
  }
}
