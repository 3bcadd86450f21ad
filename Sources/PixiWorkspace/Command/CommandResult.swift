/// What a captured command left behind.
public struct CommandResult: Sendable, Hashable {
  /// The exit status 0 to 255, or 128 + n when signal n ended the command.
  public let exitCode: Int32
  public let standardOutput: String
  public let standardError: String

  public init(exitCode: Int32, standardOutput: String, standardError: String) {
    self.exitCode = exitCode
    self.standardOutput = standardOutput
    self.standardError = standardError
  }
}
