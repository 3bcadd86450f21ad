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
  /// What a failure means and the way out; nil while it runs or when it is not understood.
  public var diagnosis: Diagnosis?

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
