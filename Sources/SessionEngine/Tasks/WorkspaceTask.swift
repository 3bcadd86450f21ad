/// A task that an exercise's workspace declares, and how it is called.
public struct WorkspaceTask: Sendable, Hashable, Codable {
  public struct Argument: Sendable, Hashable, Codable {
    public let name: String
    /// Nil when it must be given.
    public let defaultValue: String?
    /// Nil when any value will do.
    public let choices: [String]?

    public init(name: String, defaultValue: String?, choices: [String]?) {
      self.name = name
      self.defaultValue = defaultValue
      self.choices = choices
    }
  }

  public let name: String
  /// The environments it can run in.
  public let environments: [String]
  /// As it is declared; nil when it only depends on others.
  public let command: String?
  public let summary: String?
  public let dependsOn: [String]
  public let arguments: [Argument]

  public init(
    name: String, environments: [String], command: String?, summary: String?,
    dependsOn: [String], arguments: [Argument]
  ) {
    self.name = name
    self.environments = environments
    self.command = command
    self.summary = summary
    self.dependsOn = dependsOn
    self.arguments = arguments
  }
}
