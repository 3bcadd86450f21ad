/// The tasks of one environment, from `pixi task list --json`.
public struct PixiEnvironmentTasks: Sendable, Hashable, Decodable {
  private struct Feature: Decodable {
    let tasks: [PixiTask]?
  }

  public let environment: String
  /// Each name once; the environment's first feature wins.
  public let tasks: [PixiTask]

  enum CodingKeys: String, CodingKey {
    case environment, features, tasks
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    environment = try container.decode(String.self, forKey: .environment)
    let features = try container.decodeIfPresent([Feature].self, forKey: .features) ?? []
    let own = try container.decodeIfPresent([PixiTask].self, forKey: .tasks) ?? []
    var names: Set<String> = []
    tasks = (own + features.flatMap { $0.tasks ?? [] }).filter { names.insert($0.name).inserted }
  }
}
