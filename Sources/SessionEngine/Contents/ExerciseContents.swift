import PixiWorkspace

/// What the environments of one exercise hold, as it is written down before anything is installed.
public struct ExerciseContents: Sendable, Hashable {
  /// Where it is written down.
  public enum Source: String, Sendable, Hashable, Codable {
    /// The pixi.lock of the participant's own folder.
    case lock
    /// The pixi.lock that came with the exercise's solution.
    case solution
    /// What was solved for Python's own environments, from PyPI alone.
    case venv
  }

  /// One environment on each platform it is solved for, in the file's order, at least one.
  public struct Environment: Sendable, Hashable {
    public let name: String
    /// The absolute path of the file it was read from.
    public let file: String
    public let platforms: [EnvironmentContents]

    public init(name: String, file: String, platforms: [EnvironmentContents]) {
      self.name = name
      self.file = file
      self.platforms = platforms
    }
  }

  /// The exercise's id.
  public let exercise: String
  public let source: Source
  /// Those the exercise declares first, in its order, then the others of the file.
  public let environments: [Environment]

  public init(exercise: String, source: Source, environments: [Environment]) {
    self.exercise = exercise
    self.source = source
    self.environments = environments
  }

  public func environment(_ name: String) -> Environment? {
    environments.first { $0.name == name }
  }

  /// One sentence: where it was read, and what that means.
  public var sourceWords: String {
    switch source {
    case .lock: "Read from your pixi.lock of \(exercise)."
    case .solution:
      "You have no pixi.lock in \(exercise) yet: this is the one of its solution."
    case .venv:
      "Python's own environment: what is installed from PyPI by its list of exact versions."
    }
  }
}
