/// A run that ended with status 0: of a task, or of a command, in an environment.
public struct CommandRequirement: Sendable, Hashable {
  /// Any environment without one.
  public var environment: String?
  /// The task's name, such as `train`, or the beginning of the command such as `pixi install`.
  public var command: String

  public init(command: String, environment: String? = nil) {
    self.command = command
    self.environment = environment
  }
}
