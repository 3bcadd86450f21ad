import WorkshopModel

/// The files of an exercise's solution that differ from its starter or are added to it.
public struct ExerciseSolution: Sendable, Hashable {
  public struct File: Sendable, Hashable {
    /// Relative to the exercise's folder.
    public let path: String
    /// Nil when it is no text.
    public let text: String?

    public init(path: String, text: String?) {
      self.path = path
      self.text = text
    }
  }

  public let exercise: String
  /// Which spelling of the CUDA requirement its manifest has.
  public let spelling: ManifestSpelling
  /// Sorted by path.
  public let files: [File]

  public init(exercise: String, spelling: ManifestSpelling, files: [File]) {
    self.exercise = exercise
    self.spelling = spelling
    self.files = files
  }
}
