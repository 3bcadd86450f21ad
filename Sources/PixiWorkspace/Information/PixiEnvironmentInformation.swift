/// One environment of a workspace as `pixi info --json` tells it.
public struct PixiEnvironmentInformation: Sendable, Hashable, Decodable {
  private struct SystemRequirements: Hashable, Decodable {
    let cuda: String?
  }

  public let name: String
  public let features: [String]
  public let solveGroup: String?
  public let platforms: [PixiPlatform]
  public let tasks: [String]
  /// The absolute path of the installed environment, whether it is there or not.
  public let prefix: String?
  /// The CUDA version it declares, such as `12` or `11.8`, in either spelling.
  public let cuda: String?

  enum CodingKeys: String, CodingKey {
    case name, features, platforms, tasks, prefix
    case solveGroup = "solve_group"
    case systemRequirements = "system_requirements"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    features = try container.decodeIfPresent([String].self, forKey: .features) ?? []
    solveGroup = try container.decodeIfPresent(String.self, forKey: .solveGroup)
    platforms = try container.decodeIfPresent([PixiPlatform].self, forKey: .platforms) ?? []
    tasks = try container.decodeIfPresent([String].self, forKey: .tasks) ?? []
    prefix = try container.decodeIfPresent(String.self, forKey: .prefix)
    let requirements = try container.decodeIfPresent(
      SystemRequirements.self, forKey: .systemRequirements)
    cuda = requirements?.cuda ?? platforms.lazy.compactMap(\.cuda).first
  }
}
