/// What a lock file must hold. Without `environment` the conditions must all hold in at least one
/// environment; without `platform` on every platform of the environment.
public struct LockRequirement: Sendable, Hashable {
  public var environment: String?
  /// A conda platform, such as `linux-64`.
  public var platform: String?
  /// Conda packages that are locked.
  public var packages: [String] = []
  /// Versions by package, as globs such as `11.8.*` or `12.*`.
  public var versions: [String: String] = [:]
  /// Conda builds by package, as globs such as `cuda118*`.
  public var builds: [String: String] = [:]
  /// PyPI packages that are locked.
  public var pypi: [String] = []
  /// Conda packages that are not there; globs.
  public var without: [String] = []
  /// PyPI packages that are not there; globs such as `nvidia-*`.
  public var withoutPyPI: [String] = []
  /// Packages with one version in all environments of the environment's solve group.
  public var sameVersion: [String] = []
  /// Whether every environment and dependency of the manifest is in the lock.
  public var current = false

  public init() {}
}
