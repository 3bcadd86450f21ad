/// A task as `pixi task list --json` tells it; releases differ in how they tell it.
public struct PixiTask: Sendable, Hashable, Decodable {
  public struct Argument: Sendable, Hashable, Decodable {
    public let name: String
    /// Nil when it must be given.
    public let defaultValue: String?
    /// Nil when any value will do; told since pixi 0.65.
    public let choices: [String]?

    enum CodingKeys: String, CodingKey {
      case name, choices
      case defaultValue = "default"
    }

    public init(from decoder: any Decoder) throws {
      if let name = try? decoder.singleValueContainer().decode(String.self) {
        self.name = name
        defaultValue = nil
        choices = nil
        return
      }
      let container = try decoder.container(keyedBy: CodingKeys.self)
      name = try container.decode(String.self, forKey: .name)
      defaultValue = try? container.decodeIfPresent(String.self, forKey: .defaultValue)
      choices = try? container.decodeIfPresent([String].self, forKey: .choices)
    }
  }

  /// A task that must run before: its name alone until pixi 0.44, an object since.
  private struct Dependency: Decodable {
    let name: String

    enum CodingKeys: String, CodingKey {
      case name = "task_name"
      case task
    }

    init(from decoder: any Decoder) throws {
      if let name = try? decoder.singleValueContainer().decode(String.self) {
        self.name = name
        return
      }
      let container = try decoder.container(keyedBy: CodingKeys.self)
      name =
        try container.decodeIfPresent(String.self, forKey: .name)
        ?? container.decode(String.self, forKey: .task)
    }
  }

  public let name: String
  /// Nil for a task that only depends on others; a list of words is joined.
  public let command: String?
  public let summary: String?
  public let dependsOn: [String]
  public let arguments: [Argument]
  /// Told since pixi 0.63.
  public let defaultEnvironment: String?

  enum CodingKeys: String, CodingKey {
    case name
    case command = "cmd"
    case summary = "description"
    case dependsOn = "depends_on"
    case arguments = "args"
    case defaultEnvironment = "default_environment"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    command =
      (try? container.decodeIfPresent(String.self, forKey: .command))
      ?? (try? container.decodeIfPresent([String].self, forKey: .command))?
      .joined(separator: " ")
    summary = try? container.decodeIfPresent(String.self, forKey: .summary)
    dependsOn =
      ((try? container.decodeIfPresent([Dependency].self, forKey: .dependsOn)) ?? [])
      .map(\.name)
    arguments = (try? container.decodeIfPresent([Argument].self, forKey: .arguments)) ?? []
    defaultEnvironment = try? container.decodeIfPresent(String.self, forKey: .defaultEnvironment)
  }
}
