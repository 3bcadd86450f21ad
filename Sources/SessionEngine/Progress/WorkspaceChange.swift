/// What a reset or catching up did to an exercise's folder.
public struct WorkspaceChange: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, Codable {
    case added
    case replaced
    /// Taken out of the folder; like what was replaced it stands in `keptIn`.
    case removed
    /// A person's own file that stays where it is.
    case stayed
  }

  public struct File: Sendable, Hashable {
    /// Relative to the exercise's folder.
    public let path: String
    public let kind: Kind

    public init(path: String, kind: Kind) {
      self.path = path
      self.kind = kind
    }
  }

  public let exercise: String
  /// Sorted by path.
  public let files: [File]
  /// The folder with the old files, relative to the workspace; nil when nothing had to be kept.
  public let keptIn: String?

  public init(exercise: String, files: [File], keptIn: String?) {
    self.exercise = exercise
    self.files = files
    self.keptIn = keptIn
  }

  /// Whether every file stays as it is.
  public var changesNothing: Bool { files.allSatisfy { $0.kind == .stayed } }
}
