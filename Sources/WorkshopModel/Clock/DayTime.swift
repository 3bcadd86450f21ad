/// What a wall clock says: whole seconds since local midnight.
public struct DayTime: Sendable, Hashable {
  /// 0 to 86 399.
  public let seconds: Int

  /// Any number of seconds; a day's length is taken off or added until it fits the day.
  public init(seconds: Int) {
    let day = Self.secondsPerDay
    self.seconds = ((seconds % day) + day) % day
  }

  public init(hour: Int, minute: Int, second: Int = 0) {
    self.init(seconds: (hour * 60 + minute) * 60 + second)
  }

  public init(_ time: TimeOfDay) {
    self.init(seconds: time.minutes * 60)
  }

  /// The minute that has begun.
  public var timeOfDay: TimeOfDay { TimeOfDay(minutes: seconds / 60) }

  static let secondsPerDay = 24 * 60 * 60

  /// Seconds from an earlier reading to this one, 0 to 86 399, across midnight where it must be.
  func seconds(since earlier: DayTime) -> Int {
    DayTime(seconds: seconds - earlier.seconds).seconds
  }
}
