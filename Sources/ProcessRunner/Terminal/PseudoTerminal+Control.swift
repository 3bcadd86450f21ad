import CPosix
import Glibc

extension PseudoTerminal {
  /// Interrupts what is in the foreground of the terminal, as Ctrl-C does (SIGINT).
  public func interrupt() {
    supervisor?.send("signal \(SIGINT) \(foregroundGroup)")
  }

  /// Ends the program and everything it has started: SIGINT to the foreground, after the grace
  /// SIGTERM to all, after as long again SIGKILL to all. Returns at once; the end comes as an event.
  public func stop(grace: Duration = .seconds(3)) {
    let (seconds, attoseconds) = grace.components
    let milliseconds = min(max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000), 600_000)
    supervisor?.send("stop \(milliseconds) \(foregroundGroup)")
  }

  /// Stops every process of the run where it stands (SIGSTOP).
  public func pause() {
    supervisor?.send("pause")
  }

  /// Lets a paused run go on (SIGCONT).
  public func resume() {
    supervisor?.send("resume")
  }

  private var foregroundGroup: pid_t {
    primary.map { atelier_foreground_group($0.rawValue) } ?? 0
  }
}
