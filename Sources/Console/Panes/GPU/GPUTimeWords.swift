import Foundation

/// Moments and spans of a GPU's graph in words.
enum GPUTimeWords {
  /// Such as `12 s`, `4 min`, `1 min 56 s` or `2 h 5 min`.
  static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds < 1e9 else { return "n/a" }
    let whole = max(0, Int(seconds.rounded()))
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    if hours > 0 { return minutes > 0 ? "\(hours) h \(minutes) min" : "\(hours) h" }
    if minutes > 0 { return rest > 0 ? "\(minutes) min \(rest) s" : "\(minutes) min" }
    return "\(rest) s"
  }

  /// Such as `21:03:10`.
  static func moment(_ time: Double, _ zone: TimeZone) -> String {
    guard time.isFinite, abs(time) < 1e11 else { return "n/a" }
    let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: time))
    let day = 86_400
    let second = ((Int(time.rounded(.down)) + offset) % day + day) % day
    return [second / 3600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// Such as `21:03:10–21:05:06`, or `21:03–21:43` where whole minutes do.
  static func range(_ begin: Double, _ end: Double, _ zone: TimeZone) -> String {
    let ends = [begin, end].map { moment($0, zone) }
    let isLong = end - begin >= 1800 && ends.allSatisfy { $0.hasSuffix(":00") }
    return ends.map { isLong ? String($0.dropLast(3)) : $0 }.joined(separator: "–")
  }
}
