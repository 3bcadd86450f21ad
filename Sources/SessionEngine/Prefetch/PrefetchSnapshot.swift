/// The queue that installs the environments of coming parts of the day while there is time.
public struct PrefetchSnapshot: Sendable, Hashable {
  public struct Item: Sendable, Hashable {
    public enum Phase: Sendable, Hashable {
      case waiting
      case installing(RunID)
      case installed
      case failed(Diagnosis)
      /// Left out, and why.
      case skipped(String)
    }

    public let exercise: String
    public let environment: String
    /// The id of the part of the day that needs it first.
    public let segment: String
    /// What must be downloaded, by the lock file; nil when not known before it is solved.
    public var downloadBytes: UInt64?
    public var phase: Phase

    public init(
      exercise: String, environment: String, segment: String, downloadBytes: UInt64?, phase: Phase
    ) {
      self.exercise = exercise
      self.environment = environment
      self.segment = segment
      self.downloadBytes = downloadBytes
      self.phase = phase
    }
  }

  /// In the order of the outline.
  public var items: [Item]
  public var isPaused: Bool
  /// Free on the workspace's file system; nil when not known.
  public var freeDiskBytes: UInt64?
  /// Why the next item does not begin now, in words; nil when it does or none is left.
  public var waitsFor: String?

  public init(
    items: [Item], isPaused: Bool, freeDiskBytes: UInt64?, waitsFor: String? = nil
  ) {
    self.items = items
    self.isPaused = isPaused
    self.freeDiskBytes = freeDiskBytes
    self.waitsFor = waitsFor
  }
}
