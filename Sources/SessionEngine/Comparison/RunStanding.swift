import ProcessRunner

/// Whether a run's figures can be held against another's, and why not.
public enum RunStanding: Sendable, Hashable {
  /// It came to its end by itself and well.
  case succeeded
  /// It still runs: what it says is so far.
  case alive
  /// A person or a time-out stopped it; how it ended in words.
  case stopped(String)
  /// How it ended in words, such as `exit status 1`.
  case failed(String)

  public init(_ ending: StoredRun.Ending, wasStopped: Bool) {
    let outcome: ExitReport.Outcome
    switch ending {
    case .alive:
      self = .alive
      return
    case .exited(let status): outcome = .exited(status)
    case .signaled(let signal): outcome = .signaled(signal)
    case .failedToStart(let reason): outcome = .failedToStart(reason)
    case .unknown: outcome = .unknown
    }
    self.init(outcome, wasStopped: wasStopped)
  }

  init(_ outcome: ExitReport.Outcome, wasStopped: Bool) {
    let words = ExitReport(outcome: outcome, seconds: 0).words
    // Nothing but a person or a time-out sends these two.
    if wasStopped || outcome == .signaled(2) || outcome == .signaled(15) {
      self = .stopped(words)
    } else {
      self = outcome == .exited(0) ? .succeeded : .failed(words)
    }
  }

  /// Such as `finished`, `still running`, `stopped: exit status 130` or `failed: exit status 1`.
  public var words: String {
    switch self {
    case .succeeded: "finished"
    case .alive: "still running"
    case .stopped(let words) where words.hasPrefix("stopped"): words
    case .stopped(let words): "stopped: \(words)"
    case .failed(let words): "failed: \(words)"
    }
  }
}
