import SessionEngine
import TerminalCore

/// What is asked before a batch starts.
public struct BatchPreview: Sendable, Equatable {
  public enum Commands: Sendable, Equatable {
    case planning
    case planned(PlannedCommands)
    case impossible(Diagnosis)
  }

  /// A comparison of more repeats would outlast the part of the day.
  public static let mostRepeats = 20

  public let exercise: String
  public let environments: [String]
  /// The run panes the first lanes go to; the others can be switched to.
  public let panes: [Int]
  /// Only what is missing is installed; nothing runs.
  public let onlyInstalls: Bool
  /// How often each environment runs, 1 to 20.
  public var repeats = 1
  public var options = RunOptions()
  public var commands: Commands
  public var scroll = 0
  /// Whether a person has been told that it will fail, and is asked once more.
  public var asksAgain = false

  public init(
    exercise: String, environments: [String], panes: [Int], onlyInstalls: Bool = false
  ) {
    self.exercise = exercise
    self.environments = environments
    self.panes = panes
    self.onlyInstalls = onlyInstalls
    commands = .planning
  }

  /// What was looked at, the gravest first.
  public var findings: [PreflightFinding] {
    guard case .planned(let commands) = commands else { return [] }
    return PreflightFinding.Severity.allInOrder.flatMap { severity in
      commands.preflight.filter { $0.severity == severity }
    }
  }

  public var blockingCount: Int { findings.filter { $0.severity == .blocking }.count }

  /// Whether both ask for the same commands, whatever is known of them and however often they run.
  func isSameQuestion(as other: BatchPreview) -> Bool {
    exercise == other.exercise && environments == other.environments && panes == other.panes
      && onlyInstalls == other.onlyInstalls && options == other.options
  }

  public func request(size: Size) -> BatchRequest {
    BatchRequest(
      exercise: exercise, environments: environments, size: size, onlyInstalls: onlyInstalls,
      repeats: repeats, options: options)
  }
}

extension PreflightFinding.Severity {
  /// The gravest first.
  fileprivate static let allInOrder: [Self] = [.blocking, .warning, .unknown, .fine]
}
