/// A length of time as a room reads it.
public struct TimeSpan: Sendable, Hashable, Comparable {
  /// 0 or more.
  public let seconds: Int

  public init(seconds: Int) {
    self.seconds = max(0, seconds)
  }

  /// Whole minutes.
  public var minutes: Int { seconds / 60 }
  /// What is left beside the whole minutes, 0 to 59.
  public var secondsOfMinute: Int { seconds % 60 }

  /// `4:05`, and from an hour on `1:04:05`.
  public var text: String {
    let tail = Self.twoDigits(secondsOfMinute)
    guard minutes >= 60 else { return "\(minutes):\(tail)" }
    return "\(minutes / 60):\(Self.twoDigits(minutes % 60)):\(tail)"
  }

  public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    left.seconds < right.seconds
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
