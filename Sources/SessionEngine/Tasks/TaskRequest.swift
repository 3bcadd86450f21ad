import TerminalCore

/// One task of an exercise's workspace in one environment.
public struct TaskRequest: Sendable, Hashable {
  /// The task's name in the workspace.
  public let name: String
  /// The values of its arguments, in the order it declares them.
  public let arguments: [String]
  public let environment: String
  public let exercise: String
  public let options: RunOptions
  /// The pseudo-terminal's size.
  public let size: Size

  public init(
    name: String, arguments: [String] = [], environment: String, exercise: String,
    options: RunOptions = RunOptions(), size: Size
  ) {
    self.name = name
    self.arguments = arguments
    self.environment = environment
    self.exercise = exercise
    self.options = options
    self.size = size
  }
}
