/// What `pixi info --json` tells; every field may be missing, as releases differ.
public struct PixiInformation: Sendable, Hashable, Decodable {
  public struct Project: Sendable, Hashable, Decodable {
    public let name: String?
    public let manifestPath: String?
    /// When pixi.lock was last written, `23-11-2026 09:36:00`; nil without a lock file.
    public let lastUpdated: String?

    enum CodingKeys: String, CodingKey {
      case name
      case manifestPath = "manifest_path"
      case lastUpdated = "last_updated"
    }
  }

  /// The machine's platform, such as `linux-64`.
  public let platform: String?
  /// `name=version=build`, such as `__cuda=12.4=0`.
  public let virtualPackages: [String]
  public let version: String?
  /// Nil outside a workspace.
  public let project: Project?
  public let environments: [PixiEnvironmentInformation]
  /// The root of the package cache, whose folder `pkgs` has a folder for each package.
  public let cacheFolder: String?

  enum CodingKeys: String, CodingKey {
    case platform
    case cacheFolder = "cache_dir"
    case virtualPackages = "virtual_packages"
    case version
    case project = "project_info"
    case environments = "environments_info"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    platform = try container.decodeIfPresent(String.self, forKey: .platform)
    virtualPackages =
      try container.decodeIfPresent([String].self, forKey: .virtualPackages) ?? []
    version = try container.decodeIfPresent(String.self, forKey: .version)
    project = try container.decodeIfPresent(Project.self, forKey: .project)
    environments =
      try container.decodeIfPresent(
        [PixiEnvironmentInformation].self, forKey: .environments) ?? []
    cacheFolder = try? container.decodeIfPresent(String.self, forKey: .cacheFolder)
  }

  /// The CUDA version the driver supports as pixi sees it; nil without a driver.
  public var driverCUDA: String? { PixiVirtualPackage.cuda(in: virtualPackages) }

  public func environment(_ name: String) -> PixiEnvironmentInformation? {
    environments.first { $0.name == name }
  }
}
