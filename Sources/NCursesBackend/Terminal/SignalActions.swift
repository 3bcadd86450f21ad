import Glibc

/// Keeps the process's signal actions while ncurses sets itself up.
enum SignalActions {
  /// ncurses would leave the process in the middle of its work on SIGINT and SIGTERM.
  private static let signals = [SIGINT, SIGTERM, SIGWINCH]

  /// Runs some work and puts the actions of SIGINT, SIGTERM and SIGWINCH back.
  static func kept<Value>(during work: () throws -> Value) rethrows -> Value {
    let actions = signals.map { signal in
      var action = sigaction()
      sigaction(signal, nil, &action)
      return action
    }
    defer {
      for (signal, action) in zip(signals, actions) {
        var action = action
        sigaction(signal, &action, nil)
      }
    }
    return try work()
  }
}
