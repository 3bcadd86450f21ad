/// Why a pseudo-terminal could not be set up; nothing is running then.
public enum PseudoTerminalError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The system gave no pseudo-terminal.
  case noPseudoTerminal(reason: String)
  /// The system gave no thread, or no descriptor, for the terminal to be served by.
  case noThread(reason: String)
  /// The supervising process could not be started.
  case supervisorUnavailable(path: String, reason: String)
  /// `start` was called a second time.
  case alreadyStarted

  public var description: String {
    switch self {
    case .noPseudoTerminal(let reason):
      "No pseudo-terminal is to be had: \(reason). Close runs or other terminals; "
        + "`sysctl kernel.pty.nr kernel.pty.max` shows how many are open and allowed."
    case .noThread(let reason):
      "No thread is to be had for a terminal: \(reason). Close runs, or raise `ulimit -u` and "
        + "`ulimit -n`."
    case .supervisorUnavailable(let path, let reason):
      "The supervising process \(path) could not be started: \(reason). "
        + "Check that the file is there and executable, and that memory and processes are left "
        + "(`ulimit -u`)."
    case .alreadyStarted:
      "This terminal's program has been started before; a new run needs a new terminal."
    }
  }
}
