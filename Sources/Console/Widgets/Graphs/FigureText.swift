/// Numbers as short text.
enum FigureText {
  /// About three significant digits: 0.0231, 0.231, 2.31, 23.1, 231; whole numbers without decimals.
  static func short(_ value: Double) -> String {
    guard value.isFinite else { return "n/a" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    let decimals =
      switch abs(value) {
      case ..<0.1: 4
      case ..<1: 3
      case ..<10: 2
      case ..<100: 1
      default: 0
      }
    return fixed(value, decimals: decimals)
  }

  static func fixed(_ value: Double, decimals: Int) -> String {
    var power = 1.0
    for _ in 0..<decimals { power *= 10 }
    let scaled = (abs(value) * power).rounded()
    guard scaled < 1e15 else { return String(value) }
    let digits = String(Int(scaled))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }
}
