/// A platform an environment is for: a bare name, or since pixi 0.71 one with virtual packages.
public struct PixiPlatform: Sendable, Hashable, Decodable {
  /// The name in the manifest, such as `linux-64` or `linux-64-cuda12`.
  public let name: String
  /// The conda platform, such as `linux-64`.
  public let subdirectory: String
  /// What the platform promises besides, such as `cuda=12`.
  public let virtualPackages: [String]

  enum CodingKeys: String, CodingKey {
    case name
    case subdirectory = "subdir"
    case virtualPackages = "virtual_packages"
  }

  public init(from decoder: any Decoder) throws {
    if let name = try? decoder.singleValueContainer().decode(String.self) {
      self.name = name
      subdirectory = name
      virtualPackages = []
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    subdirectory = try container.decodeIfPresent(String.self, forKey: .subdirectory) ?? name
    virtualPackages =
      try container.decodeIfPresent([String].self, forKey: .virtualPackages) ?? []
  }

  /// The promised CUDA version, with or without the underscores of a virtual package's name.
  public var cuda: String? { PixiVirtualPackage.cuda(in: virtualPackages) }
}
