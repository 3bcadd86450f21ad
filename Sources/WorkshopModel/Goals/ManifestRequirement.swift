/// What a manifest must declare. Without `environment` the conditions on an environment must all
/// hold in at least one environment.
public struct ManifestRequirement: Sendable, Hashable {
  public var environment: String?
  /// At least so many operating systems among the workspace's platforms: linux, osx, win.
  public var operatingSystems: Int?
  /// At least so many environments besides `default`.
  public var environments: Int?
  /// Conda platforms the environment must support, such as `linux-64`.
  public var platforms: [String] = []
  /// The CUDA version the environment requires, such as `12` for 12.0 up to, not including, 13.
  public var cuda: String?
  /// Conda packages the environment asks for.
  public var packages: [String] = []
  /// PyPI packages the environment asks for.
  public var pypi: [String] = []
  /// Packages it must not ask for by itself.
  public var without: [String] = []
  /// Tasks that can be run in the environment.
  public var tasks: [String] = []
  /// Another environment that exists too, and shares no solve group with it.
  public var apartFrom: String?
  /// An environment with the same solve group.
  public var togetherWith: String?

  public init() {}
}
