/// What came of preparing an exercise's folder.
public struct WorkspacePreparation: Sendable, Hashable {
  /// The starter files that were written, by their paths below the exercise's folder.
  public let created: [String]
  /// Those that were there before, and were left as they are.
  public let kept: [String]
  public let failures: [WorkspaceFailure]

  public init(created: [String], kept: [String], failures: [WorkspaceFailure]) {
    self.created = created
    self.kept = kept
    self.failures = failures
  }
}
