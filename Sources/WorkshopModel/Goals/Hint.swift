/// Help that is asked for, in rising strength; declared in exercise.toml as `[[hint]]`.
public struct Hint: Sendable, Hashable {
  /// Paragraphs of the page's Markdown.
  public let text: String
  /// The goal it helps with; nil for the exercise as a whole.
  public let goal: String?
  /// Which spelling of the CUDA requirement it is for; nil for all.
  public let spelling: ManifestSpelling?

  public init(text: String, goal: String? = nil, spelling: ManifestSpelling? = nil) {
    self.text = text
    self.goal = goal
    self.spelling = spelling
  }
}
