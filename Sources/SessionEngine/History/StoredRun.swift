import Foundation

/// A run as the workshop's database keeps it.
public struct StoredRun: Sendable, Hashable, Identifiable {
  public enum Ending: Sendable, Hashable {
    /// It was running when the database was last written.
    case alive
    /// Exit status 0 to 255.
    case exited(Int32)
    /// The number of the signal that ended it.
    case signaled(Int32)
    case failedToStart(String)
    /// Whoever ran it went away without writing the end.
    case unknown
  }

  public let id: RunID
  public var exercise: String
  public var environment: String
  /// `pixi` or `venv`.
  public var provider: String
  public var purpose: RunPurpose
  /// A person's words, such as `train in gpu`.
  public var title: String
  /// The name a person gave it; nil when none.
  public var name: String?
  public var isPinned: Bool
  public var commandLine: String
  public var workingDirectory: String
  public var options: RunOptions
  public var startedAt: Date
  public var ending: Ending
  /// Whether a person or a time-out stopped it.
  public var wasStopped: Bool
  /// Wall-clock seconds from start to end; nil while it runs or when nobody saw the end.
  public var seconds: Double?
  public var cpuSeconds: Double?
  /// Of the whole tree of processes; nil when not known.
  public var peakMemoryBytes: UInt64?
  /// The absolute path of the log; nil when none was kept.
  public var log: String?
  /// The batch it was started in: runs of one batch are one comparison; nil for a run alone.
  public var batch: String?
  /// Counted from 1 within its batch and environment; nil when it was not repeated.
  public var repetition: Int?
  /// What it said of itself and the machine, such as `framework`, `version`, `device`, `cuda`.
  public var facts: [String: String]

  public init(
    id: RunID, exercise: String, environment: String, provider: String, purpose: RunPurpose,
    title: String, name: String? = nil, isPinned: Bool = false, commandLine: String,
    workingDirectory: String, options: RunOptions = RunOptions(), startedAt: Date,
    ending: Ending = .alive, wasStopped: Bool = false, seconds: Double? = nil,
    cpuSeconds: Double? = nil, peakMemoryBytes: UInt64? = nil, log: String? = nil,
    batch: String? = nil, repetition: Int? = nil, facts: [String: String] = [:]
  ) {
    self.id = id
    self.exercise = exercise
    self.environment = environment
    self.provider = provider
    self.purpose = purpose
    self.title = title
    self.name = name
    self.isPinned = isPinned
    self.commandLine = commandLine
    self.workingDirectory = workingDirectory
    self.options = options
    self.startedAt = startedAt
    self.ending = ending
    self.wasStopped = wasStopped
    self.seconds = seconds
    self.cpuSeconds = cpuSeconds
    self.peakMemoryBytes = peakMemoryBytes
    self.log = log
    self.batch = batch
    self.repetition = repetition
    self.facts = facts
  }
}
