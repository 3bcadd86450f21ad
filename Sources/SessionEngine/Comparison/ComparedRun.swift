import Foundation

/// One run with everything a comparison looks at, kept or still running.
public struct ComparedRun: Sendable, Hashable, Identifiable {
  public let id: RunID
  public var exercise: String
  public var environment: String
  /// `pixi` or `venv`.
  public var provider: String
  /// A person's words, such as `train in gpu`.
  public var title: String
  /// The name a person gave it; nil when none.
  public var name: String?
  public var commandLine: String
  /// Empty when not known.
  public var workingDirectory: String
  public var options: RunOptions
  /// Nil when not known.
  public var startedAt: Date?
  public var standing: RunStanding
  /// Wall-clock seconds from start to end; nil while it runs or when nobody saw the end.
  public var seconds: Double?
  /// Processor seconds, user and system, of the whole tree of processes; nil when not known.
  public var cpuSeconds: Double?
  /// The kernel's figure for the whole tree of processes; nil when not known.
  public var peakMemoryBytes: UInt64?
  /// The absolute path of the log; nil when none was kept.
  public var log: String?
  /// Runs of one batch belong together; nil for a run alone.
  public var batch: String?
  /// Counted from 1 within its batch and environment; nil when it was not repeated.
  public var repetition: Int?
  /// What it said of itself, such as `framework`, `version`, `device`, `cuda`.
  public var facts: [String: String]
  /// Empty when they are not known.
  public var packages: [StoredPackage]
  /// By name, each in the order it was read.
  public var series: [String: [MetricPoint]]
  /// What the GPU told while it ran; nil when nobody asked it.
  public var gpu: GPUUse?

  public init(
    id: RunID, exercise: String, environment: String, provider: String, title: String,
    name: String? = nil, commandLine: String = "", workingDirectory: String = "",
    options: RunOptions = RunOptions(), startedAt: Date? = nil, standing: RunStanding,
    seconds: Double? = nil, cpuSeconds: Double? = nil, peakMemoryBytes: UInt64? = nil,
    log: String? = nil, batch: String? = nil, repetition: Int? = nil,
    facts: [String: String] = [:], packages: [StoredPackage] = [],
    series: [String: [MetricPoint]] = [:], gpu: GPUUse? = nil
  ) {
    self.id = id
    self.exercise = exercise
    self.environment = environment
    self.provider = provider
    self.title = title
    self.name = name
    self.commandLine = commandLine
    self.workingDirectory = workingDirectory
    self.options = options
    self.startedAt = startedAt
    self.standing = standing
    self.seconds = seconds
    self.cpuSeconds = cpuSeconds
    self.peakMemoryBytes = peakMemoryBytes
    self.log = log
    self.batch = batch
    self.repetition = repetition
    self.facts = facts
    self.packages = packages
    self.series = series
    self.gpu = gpu
  }
}
