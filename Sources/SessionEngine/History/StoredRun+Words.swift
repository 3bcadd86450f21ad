import ProcessRunner

extension StoredRun {
  /// How it ended in a person's words, such as `finished`, `exit status 2` or `running`.
  public var endingWords: String {
    let outcome: ExitReport.Outcome
    switch ending {
    case .alive: return "running"
    case .exited(0): return "finished"
    case .exited(let code): outcome = .exited(code)
    case .signaled(let signal): outcome = .signaled(signal)
    case .failedToStart(let reason): outcome = .failedToStart(reason)
    case .unknown: outcome = .unknown
    }
    if wasStopped { return "stopped" }
    return ExitReport(outcome: outcome, seconds: seconds ?? 0).words
  }
}
