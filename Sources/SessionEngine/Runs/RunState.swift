import ProcessRunner

/// Where a run stands.
public enum RunState: Sendable, Hashable {
  case starting
  case running(processID: Int32)
  /// Every process of it stands still until it is told to go on.
  case paused(processID: Int32)
  /// Asked to stop, not gone yet.
  case stopping
  case ended(ExitReport)

  public var isAlive: Bool {
    if case .ended = self { return false }
    return true
  }

  /// Whether it came to its end by itself and well.
  public var hasSucceeded: Bool {
    guard case .ended(let report) = self else { return false }
    return report.outcome == .exited(0) && report.stopReason == nil
  }
}
