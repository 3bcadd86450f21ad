import SessionEngine

/// The figures of a comparison in a person's words.
enum ComparisonFigureText {
  /// A value with its unit where the column's title does not say it.
  static func value(_ value: Double, unit: String) -> String {
    switch unit {
    case "bytes" where value >= 0: RunWords.bytes(UInt64(value))
    case "s": RunWords.duration(value)
    case "%": RunWords.fixed(value, 1) + " %"
    default:
      abs(value) >= 1000 && abs(value) < 1e15
        ? RunWords.grouped(value) : FigureText.short(value)
    }
  }

  /// The median, and over repeats the range and how many gave it: `12.1 [11.9–12.4] ×5`.
  static func spread(_ spread: Spread?, unit: String) -> String {
    guard let spread else { return "n/a" }
    let median = value(spread.median, unit: unit)
    guard spread.count > 1 else { return median }
    let ends = [spread.minimum, spread.maximum].map { value($0, unit: unit) }
    // A unit all three share is said once.
    let suffix = Self.suffixes.first { suffix in
      ([median] + ends).allSatisfy { $0.hasSuffix(suffix) }
    }
    let range = ends.map { $0.dropLast(suffix?.count ?? 0) }.joined(separator: "–")
    return "\(median) [\(range)] ×\(spread.count)"
  }

  private static let suffixes = [" %", " s", " MiB", " GiB"]

  static func ratio(_ ratio: Double?) -> String {
    guard let ratio, ratio.isFinite else { return "n/a" }
    return RunWords.fixed(ratio, ratio < 10 ? 2 : 1) + "×"
  }

  static func verdict(_ figure: Comparison.Figure, _ sides: [Comparison.Side]) -> String {
    switch figure.verdict {
    case .better(let side) where sides.indices.contains(side): "\(sides[side].title) is better"
    case .withinTheNoise: "no winner: within the noise"
    case .notRepeated: "one run each: no verdict"
    case .repeatsAlike: "no winner: repeats all alike, as with a fixed seed"
    case .better, .none: ""
    }
  }

  /// Such as `images/s`; the unit is not said twice, nor where the values carry it.
  static func title(_ figure: Comparison.Figure) -> String {
    let carried = ["", "s", "bytes", "%"]
    return carried.contains(figure.unit) || figure.title.contains(figure.unit)
      ? figure.title : "\(figure.title), \(figure.unit)"
  }
}
