/// One environment of an exercise as a provider sees it now.
public struct EnvironmentStatus: Sendable, Hashable, Identifiable {
  public enum State: Sendable, Hashable {
    case installed
    /// Whole, but not what its lock file lists: how it differs. The next install mends it.
    case outdated(String)
    case notInstalled
    /// It is there but not whole, such as after an install that was killed.
    case broken(String)
    /// It cannot be made as things stand, such as when pixi.toml does not declare it.
    case unavailable(Diagnosis)
  }

  public let name: String
  public let title: String
  public let provider: ProviderKind
  public let state: State
  /// The absolute path of the environment's folder; nil when not known.
  public let prefix: String?
  /// What a person must know about just this environment, such as the CPU build in a CUDA one's place.
  public let note: String?
  /// What the lock file says of it; nil without one.
  public let lock: EnvironmentLock?

  public var id: String { name }
  public var isInstalled: Bool { state == .installed }

  public init(
    name: String, title: String, provider: ProviderKind, state: State, prefix: String?,
    note: String?, lock: EnvironmentLock? = nil
  ) {
    self.name = name
    self.title = title
    self.provider = provider
    self.state = state
    self.prefix = prefix
    self.note = note
    self.lock = lock
  }
}
