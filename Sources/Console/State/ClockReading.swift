/// What the clocks said at a tick.
public struct ClockReading: Sendable, Hashable {
  /// Local wall-clock seconds since midnight, 0 to 86399.
  public var secondsSinceMidnight: Int
  /// Seconds of a clock that never goes back, from any beginning.
  public var uptime: Double

  public init(secondsSinceMidnight: Int, uptime: Double) {
    self.secondsSinceMidnight = secondsSinceMidnight
    self.uptime = uptime
  }
}
