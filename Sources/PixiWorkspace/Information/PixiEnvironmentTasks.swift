/// The tasks of one environment, from `pixi task list --json`.
public struct PixiEnvironmentTasks: Sendable, Hashable, Decodable {
  public struct Task: Sendable, Hashable, Decodable {
    public let name: String
    /// Nil for a task that only depends on others.
    public let cmd: String?
    public let description: String?
  }

  private struct Feature: Decodable {
    let tasks: [Task]?
  }

  public let environment: String
  public let tasks: [Task]

  enum CodingKeys: String, CodingKey {
    case environment, features, tasks
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    environment = try container.decode(String.self, forKey: .environment)
    let features = try container.decodeIfPresent([Feature].self, forKey: .features) ?? []
    let own = try container.decodeIfPresent([Task].self, forKey: .tasks) ?? []
    tasks = own + features.flatMap { $0.tasks ?? [] }
  }
}
