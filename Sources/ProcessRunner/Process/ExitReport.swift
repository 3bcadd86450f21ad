/// How a child ended, and what it and its descendants used.
public struct ExitReport: Sendable, Hashable {
  public enum Outcome: Sendable, Hashable {
    /// Exit status 0 to 255.
    case exited(Int32)
    /// The number of the signal that ended it.
    case signaled(Int32)
    /// It never ran: the reason in a person's words.
    case failedToStart(String)
    /// Its supervisor went away before it could tell.
    case unknown
  }

  public var outcome: Outcome
  /// Wall-clock seconds from start to end.
  public var seconds: Double
  /// Processor seconds, user and system, of the whole tree; nil when not known.
  public var cpuSeconds: Double?
  /// The largest resident set of a single process of the tree in bytes; nil when not known.
  public var peakMemoryBytes: UInt64?

  public init(
    outcome: Outcome, seconds: Double, cpuSeconds: Double? = nil, peakMemoryBytes: UInt64? = nil
  ) {
    self.outcome = outcome
    self.seconds = seconds
    self.cpuSeconds = cpuSeconds
    self.peakMemoryBytes = peakMemoryBytes
  }

  /// The status a shell would report: 128 + n for signal n, 127 when it never ran, nil if unknown.
  public var exitCode: Int32? {
    switch outcome {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    case .failedToStart: 127
    case .unknown: nil
    }
  }
}
