import Foundation

/// Figures as people read them, always with a point and never by the machine's language.
public enum FigureWords {
  /// A value with its unit, such as `15 321 images/s`, `93.4 %`, `2:05` or `3.1 GiB`.
  public static func value(_ value: Double, unit: String) -> String {
    switch unit {
    case "s": duration(value)
    case "%": fixed(value, 1) + " %"
    case "bytes": bytes(value)
    case "J": energy(value)
    case "": number(value)
    default: number(value) + " " + unit
    }
  }

  /// The median with the range of the repeats, such as `93.4 % (93.1 % to 93.6 %)`; `n/a` for nil.
  public static func spread(_ spread: Spread?, unit: String) -> String {
    guard let spread else { return "n/a" }
    let median = value(spread.median, unit: unit)
    return range(spread, unit: unit).map { "\(median) (\($0))" } ?? median
  }

  /// Smallest to largest, such as `2 400 to 2 600`, with their unit only where it is not the
  /// median's; nil for a single run.
  public static func range(_ spread: Spread, unit: String) -> String? {
    guard spread.count > 1 else { return nil }
    let values = [spread.median, spread.minimum, spread.maximum].map { value($0, unit: unit) }
    if values[1] == values[2] { return "all \(spread.count) alike" }
    let isShared = Set(values.map(Self.unit)).count == 1
    let ends = values.dropFirst().map { end in
      isShared ? String(end.dropLast(Self.unit(end).count)) : end
    }
    return ends.joined(separator: " to ")
  }

  /// What stands behind the last ordinary space, with the space.
  private static func unit(_ words: String) -> String {
    words.lastIndex(of: " ").map { String(words[$0...]) } ?? ""
  }

  /// Such as `2.51×`; `n/a` for nil.
  public static func ratio(_ ratio: Double?) -> String {
    guard let ratio else { return "n/a" }
    return fixed(ratio, ratio < 10 ? 2 : ratio < 100 ? 1 : 0) + "×"
  }

  /// A share, 0 to 1, as percent with one digit.
  static func percent(_ share: Double) -> String { fixed(share * 100, 1) + " %" }

  /// `0.42 s`, `4.2 s`, `2:05`, `1:02:05`.
  static func duration(_ seconds: Double) -> String {
    if abs(seconds) < 1 { return fixed(seconds, 2) + " s" }
    if seconds < 59.95 { return fixed(seconds, 1) + " s" }
    guard seconds < 1e9 else { return number(seconds) + " s" }
    let whole = Int(seconds.rounded())
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    let tail = (rest < 10 ? "0" : "") + "\(rest)"
    guard hours > 0 else { return "\(minutes):\(tail)" }
    return "\(hours):" + (minutes < 10 ? "0" : "") + "\(minutes):\(tail)"
  }

  /// Four digits that matter, thousands apart by a thin no-break space.
  static func number(_ value: Double) -> String {
    let size = abs(value)
    if size >= 1e15 || (size > 0 && size < 1e-3) { return String(format: "%.3g", value) }
    if size >= 1000 { return grouped(value) }
    return fixed(value, size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4)
  }

  static func bytes(_ count: Double) -> String {
    let units: [(String, Double)] = [("GiB", 1_073_741_824), ("MiB", 1_048_576), ("KiB", 1024)]
    guard let (unit, size) = units.first(where: { abs(count) >= $0.1 }) else {
      return fixed(count, 0) + " B"
    }
    return fixed(count / size, unit == "GiB" ? 2 : 0) + " " + unit
  }

  private static func energy(_ joules: Double) -> String {
    joules >= 3600 ? fixed(joules / 3600, 2) + " Wh" : fixed(joules, joules < 100 ? 1 : 0) + " J"
  }

  static func fixed(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  private static func grouped(_ value: Double) -> String {
    let digits = String(Int(abs(value).rounded()))
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append("\u{202F}") }
      text.append(digit)
    }
    return text
  }
}
