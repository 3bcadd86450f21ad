import SessionEngine
import TerminalCore

/// What is asked before a batch starts.
public struct BatchPreview: Sendable, Equatable {
  public enum Commands: Sendable, Equatable {
    case planning
    case planned(PlannedCommands)
    case impossible(Diagnosis)
  }

  public let exercise: String
  public let environments: [String]
  /// The run panes the lanes go to.
  public let panes: [Int]
  /// Only what is missing is installed; nothing runs.
  public let onlyInstalls: Bool
  public var commands: Commands
  public var scroll = 0

  public init(
    exercise: String, environments: [String], panes: [Int], onlyInstalls: Bool = false
  ) {
    self.exercise = exercise
    self.environments = environments
    self.panes = panes
    self.onlyInstalls = onlyInstalls
    commands = .planning
  }

  /// Whether both ask for the same, whatever is known of the commands.
  func isSameQuestion(as other: BatchPreview) -> Bool {
    exercise == other.exercise && environments == other.environments && panes == other.panes
      && onlyInstalls == other.onlyInstalls
  }

  public func request(size: Size) -> BatchRequest {
    BatchRequest(
      exercise: exercise, environments: environments, size: size, onlyInstalls: onlyInstalls)
  }
}
