import ProcessRunner
import SessionEngine
import TerminalCore

/// A run as the console knows it.
public struct RunRecord: Sendable, Equatable {
  public var snapshot: RunSnapshot
  public var screen: TerminalSnapshot?
  /// The size its pseudo-terminal was last given.
  public var size: Size?
  /// Lines its view is scrolled back where it is shown as a tab; 0 follows the output.
  public var scrollOffset = 0
  /// Lines scrolled in all when the view left the end; nil while it follows.
  public var followedUntil: Int?
  /// When the console first saw it running, by `ClockReading.uptime`.
  public var startedAt: Double?
  /// When the console saw the pause begin that goes on, by `ClockReading.uptime`.
  public var pausedAt: Double?

  public init(snapshot: RunSnapshot) {
    self.snapshot = snapshot
  }

  /// Seconds it has been running without its pauses, or from its start to its end; nil before its
  /// start.
  public func seconds(at uptime: Double) -> Double? {
    if case .ended(let report) = snapshot.state { return report.seconds }
    return startedAt.map { max(0, (pausedAt ?? uptime) - $0 - snapshot.pausedSeconds) }
  }

  /// Seconds until its time-out stops it; nil without one, or when it is not running.
  public func secondsLeft(at uptime: Double) -> Double? {
    guard snapshot.state.isAlive, let limit = snapshot.options.timeoutSeconds,
      let seconds = seconds(at: uptime)
    else { return nil }
    return max(0, limit - seconds)
  }
}
