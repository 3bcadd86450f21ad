/// A pixi command that did not do what it was asked.
public struct PixiFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The command as it was run.
  public let command: String
  /// The exit status; nil when the command gave none.
  public let exitCode: Int32?
  /// What pixi wrote on standard error, or why there is nothing.
  public let text: String
  /// The text understood; nil when it is not.
  public let problem: PixiProblem?

  public init(command: String, exitCode: Int32?, text: String, problem: PixiProblem?) {
    self.command = command
    self.exitCode = exitCode
    self.text = text
    self.problem = problem
  }

  public var description: String {
    problem?.description ?? "`\(command)` failed: \(text)"
  }
}
