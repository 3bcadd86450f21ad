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
  /// The most memory the whole tree held at once, in bytes; nil when not known.
  ///
  /// The sum over its processes, pages that several share counted once (PSS), as seen four times a
  /// second: a shorter peak can be missed. It is never below the largest single process's peak,
  /// which the kernel keeps exactly.
  public var peakMemoryBytes: UInt64?
  /// Whether it was killed while the kernel was killing for want of memory.
  public var ranOutOfMemory = false
  /// Why it was ended from outside, such as `stopped after its time-out of 10 min`; nil when it
  /// came to its end by itself.
  public var stopReason: String?
  /// Of `seconds`, those in which it was paused.
  public var pausedSeconds = 0.0

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
