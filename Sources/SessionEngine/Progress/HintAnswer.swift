/// A hint as it is shown, with its place among those that fit here.
public struct HintAnswer: Sendable, Hashable {
  public let exercise: String
  /// From 1, among the hints that fit the installed pixi.
  public let number: Int
  /// How many hints fit the installed pixi, at least 1.
  public let count: Int
  /// The hint's place in exercise.toml, from 1; by it a hint is counted.
  public let position: Int
  /// Paragraphs of the page's Markdown.
  public let text: String
  /// The goal it helps with; nil for the exercise as a whole.
  public let goal: String?
  /// Whether it had been shown before, because no further one is left.
  public let isRepeated: Bool

  public init(
    exercise: String, number: Int, count: Int, position: Int, text: String, goal: String?,
    isRepeated: Bool
  ) {
    self.exercise = exercise
    self.number = number
    self.count = count
    self.position = position
    self.text = text
    self.goal = goal
    self.isRepeated = isRepeated
  }
}
