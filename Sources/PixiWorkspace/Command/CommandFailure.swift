/// A captured command that gave no result.
public enum CommandFailure: Error, Sendable, Hashable, CustomStringConvertible {
  case notStarted(command: String, reason: String)
  case timedOut(command: String, seconds: Double)
  /// The command printed more than was asked for.
  case tooMuchOutput(command: String, limitBytes: Int)

  public var description: String {
    switch self {
    case .notStarted(let command, let reason):
      "The command `\(command)` could not be started: \(reason)."
    case .timedOut(let command, let seconds):
      "The command `\(command)` did not end within \(Int(seconds.rounded())) seconds."
    case .tooMuchOutput(let command, let limitBytes):
      "The command `\(command)` printed more than \(limitBytes / 1024) KiB."
    }
  }
}
