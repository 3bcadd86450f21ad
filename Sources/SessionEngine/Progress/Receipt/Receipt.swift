import Foundation

/// What was done in an exercise and how to repeat it, as one Markdown text to commit beside the work.
public struct Receipt: Sendable, Hashable {
  public let exercise: String
  public let markdown: String

  public init(exercise: String, markdown: String) {
    self.exercise = exercise
    self.markdown = markdown
  }

  /// `receipt-EX.md`, as it stands in the exercise's folder.
  public static func fileName(of exercise: String) -> String { "receipt-\(exercise).md" }
}
