/// What a Dockerfile or an Apptainer definition must do.
public struct ContainerRequirement: Sendable, Hashable {
  public enum Condition: String, Sendable, Hashable, CaseIterable {
    /// Copies pixi.toml (or pyproject.toml) and pixi.lock before the install.
    case copiesManifestAndLock = "copies-manifest-and-lock"
    /// Installs an environment by the lock: `--locked` or `--frozen`.
    case installsByLock = "installs-by-lock"
    /// Sets CONDA_OVERRIDE_CUDA before the install.
    case overridesCUDA = "overrides-cuda"
    /// The environment stands at the same absolute path in the last stage as where it was made.
    case keepsPrefix = "keeps-prefix"
    /// What is started runs inside the activated environment.
    case activates
  }

  /// `Dockerfile` or `apptainer.def`, relative to the exercise's folder.
  public var path: String
  public var conditions: [Condition]
  /// The environment that is installed; any without one.
  public var environment: String?

  public init(path: String, conditions: [Condition], environment: String? = nil) {
    self.path = path
    self.conditions = conditions
    self.environment = environment
  }
}
