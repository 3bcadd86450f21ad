/// The text of a file with changes that are not saved.
public struct Draft: Sendable, Hashable {
  public let exercise: String
  /// The file's path below the exercise's folder.
  public let path: String
  public let text: String

  public init(exercise: String, path: String, text: String) {
    self.exercise = exercise
    self.path = path
    self.text = text
  }
}
