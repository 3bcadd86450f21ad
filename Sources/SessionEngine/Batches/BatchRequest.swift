import TerminalCore

/// One exercise's workload in one environment, or in several side by side.
public struct BatchRequest: Sendable, Hashable {
  public let exercise: String
  /// In the order of their lanes, at least one.
  public let environments: [String]
  /// The pseudo-terminals' size.
  public let size: Size
  /// Only what is missing is installed; nothing runs.
  public let onlyInstalls: Bool
  /// How often each environment runs, at least once; repeats alternate so that the sides share
  /// what the machine does.
  public let repeats: Int
  public let options: RunOptions
  /// What a person calls its runs; nil for nothing.
  public let name: String?

  public init(
    exercise: String, environments: [String], size: Size, onlyInstalls: Bool = false,
    repeats: Int = 1, options: RunOptions = RunOptions(), name: String? = nil
  ) {
    self.exercise = exercise
    self.environments = environments
    self.size = size
    self.onlyInstalls = onlyInstalls
    self.repeats = max(1, repeats)
    self.options = options
    self.name = name
  }
}
