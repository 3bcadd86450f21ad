import ProcessRunner

extension ExitReport {
  /// How it ended in a person's words, such as `finished`, `exit status 2` or
  /// `stopped after its time-out of 10 min (SIGTERM)`.
  public var words: String {
    guard let stopReason else { return ownWords }
    return switch outcome {
    case .exited(0): stopReason
    case .exited(let code): "\(stopReason), exit status \(code)"
    case .signaled(let signal): "\(stopReason) (\(Self.name(ofSignal: signal)))"
    case .failedToStart, .unknown: ownWords
    }
  }

  private var ownWords: String {
    switch outcome {
    case .exited(0): "finished"
    case .exited(137) where ranOutOfMemory:
      "exit status 137, as after SIGKILL: out of memory"
    case .exited(let code) where code > 128 && code <= 128 + 31:
      "exit status \(code), as after \(Self.name(ofSignal: code - 128))"
    case .exited(let code): "exit status \(code)"
    case .signaled(2): "stopped (SIGINT)"
    case .signaled(15): "stopped (SIGTERM)"
    case .signaled(9) where ranOutOfMemory: "killed (SIGKILL): out of memory"
    case .signaled(9): "killed (SIGKILL): stopped from outside, or out of memory"
    case .signaled(let signal): "ended by \(Self.name(ofSignal: signal))"
    case .failedToStart(let reason): "did not start: \(reason)"
    case .unknown: "ended, nobody saw how"
    }
  }

  private static func name(ofSignal signal: Int32) -> String {
    let names: [Int32: String] = [
      1: "SIGHUP", 2: "SIGINT", 3: "SIGQUIT", 4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT",
      7: "SIGBUS", 8: "SIGFPE", 9: "SIGKILL", 10: "SIGUSR1", 11: "SIGSEGV", 12: "SIGUSR2",
      13: "SIGPIPE", 14: "SIGALRM", 15: "SIGTERM",
    ]
    return names[signal] ?? "signal \(signal)"
  }
}
