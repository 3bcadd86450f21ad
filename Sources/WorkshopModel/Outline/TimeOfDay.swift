/// A wall-clock time in whole minutes since midnight.
public struct TimeOfDay: Sendable, Hashable, Comparable {
  /// 0 to 1439.
  public let minutes: Int

  /// Any number of minutes; a day's length is taken off or added until it fits the day.
  public init(minutes: Int) {
    let day = 24 * 60
    self.minutes = ((minutes % day) + day) % day
  }

  /// Reads `9:00` or `13:30`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    self.init(minutes: hour * 60 + minute)
  }

  /// Two digits each: `09:00`.
  public var text: String {
    let hour = minutes / 60
    let minute = minutes % 60
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }

  public func adding(minutes more: Int) -> TimeOfDay {
    TimeOfDay(minutes: minutes + more)
  }

  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
    left.minutes < right.minutes
  }
}
