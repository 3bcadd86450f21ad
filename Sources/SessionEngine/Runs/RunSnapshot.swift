import Foundation

/// What is known of a run at one moment.
public struct RunSnapshot: Sendable, Hashable, Identifiable {
  public let id: RunID
  public let exercise: String
  public let environment: String
  public let provider: ProviderKind
  public let purpose: RunPurpose
  /// A person's words, such as `train in gpu`.
  public let title: String
  /// The exact command, quoted for a shell.
  public let commandLine: String
  public var state: RunState
  public var metrics: RunMetrics
  /// The place of the log with every byte of output; nil when it could not be made.
  public let log: String?
  /// Why the log is missing or not complete.
  public var logFault: String?
  /// The name a person gave it; nil when none.
  public var name: String?
  /// Kept in sight, and kept when old runs are put away.
  public var isPinned = false
  public var options = RunOptions()
  /// By the wall clock, which may jump: how long it took is in its report.
  public var startedAt: Date?
  /// Seconds of pauses that are over; a pause that goes on began at ``pausedAt``.
  public var pausedSeconds = 0.0
  /// By the wall clock; nil when it is not paused.
  public var pausedAt: Date?
  /// The absolute path of the folder it was started in; nil when it has not come to that.
  public var workingDirectory: String?
  /// Where it executes, such as `this machine`.
  public var launcher: String?
  /// Runs of one batch are one comparison; nil for a run alone.
  public var batch: BatchSnapshot.ID?
  /// Counted from 1 within its batch and environment; nil when it is not repeated.
  public var repetition: Int?
  /// What it says of how far it has come; nil when nothing.
  public var progress: RunProgress?
  /// What a person should know now, such as that it waits for another pixi; nil when nothing.
  public var attention: String?
  /// What a failure means and the way out; nil while it runs or when it is not understood.
  public var diagnosis: Diagnosis?

  /// A shell that is in no environment; its title says why.
  public var isPlainShell: Bool { purpose == .shell && title.hasPrefix(RunPlan.plainShellTitle) }

  public init(
    id: RunID, exercise: String, environment: String, provider: ProviderKind,
    purpose: RunPurpose, title: String, commandLine: String, state: RunState,
    metrics: RunMetrics = RunMetrics(), log: String?, logFault: String? = nil,
    diagnosis: Diagnosis? = nil
  ) {
    self.id = id
    self.exercise = exercise
    self.environment = environment
    self.provider = provider
    self.purpose = purpose
    self.title = title
    self.commandLine = commandLine
    self.state = state
    self.metrics = metrics
    self.log = log
    self.logFault = logFault
    self.diagnosis = diagnosis
  }
}
