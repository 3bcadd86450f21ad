/// The versions a spec such as `>=12.4,<13`, `11.8.*` or `~=2.7` allows, as far as its bounds say.
///
/// A spec that is not understood allows every version: what is judged on it is never more than it says.
struct VersionRange: Sendable, Hashable {
  struct Interval: Sendable, Hashable {
    var lower = VersionNumber(0)
    /// Not among them; nil for no end.
    var upper: VersionNumber?

    func shared(with other: Interval) -> Interval? {
      let upper = [self.upper, other.upper].compactMap { $0 }.min()
      let lower = max(self.lower, other.lower)
      if let upper, upper <= lower { return nil }
      return Interval(lower: lower, upper: upper)
    }
  }

  let intervals: [Interval]

  init(_ intervals: [Interval]) {
    self.intervals = intervals
  }

  init(from lower: VersionNumber, below upper: VersionNumber? = nil) {
    intervals = [Interval(lower: lower, upper: upper)]
  }

  init(below upper: VersionNumber) {
    intervals = [Interval(upper: upper)]
  }

  /// - Parameter spec: Nil for any version.
  init(spec: String?) {
    let alternatives = (spec ?? "*").split(separator: "|").map { alternative in
      alternative.split(separator: ",").reduce(VersionRange([Interval()])) {
        $0.shared(with: Self.range(of: $1.trimmed))
      }
    }
    intervals = alternatives.isEmpty ? [Interval()] : alternatives.flatMap(\.intervals)
  }

  func shared(with other: VersionRange) -> VersionRange {
    VersionRange(
      intervals.flatMap { own in other.intervals.compactMap { own.shared(with: $0) } })
  }

  func overlaps(_ other: VersionRange) -> Bool { !shared(with: other).intervals.isEmpty }

  func contains(_ version: VersionNumber) -> Bool {
    intervals.contains { interval in
      interval.lower <= version && interval.upper.map { version < $0 } ?? true
    }
  }

  private static func range(of term: String) -> VersionRange {
    let sign = term.prefix { "<>=~!^".contains($0) }
    let text = term.dropFirst(sign.count).trimmed
    let any = VersionRange([Interval()])
    guard let version = VersionNumber(text) else { return any }
    return switch sign {
    case ">=", ">": VersionRange(from: version)
    case "<": VersionRange(below: version)
    case "<=": VersionRange(below: VersionNumber(parts: version.parts + [0, 1]))
    case "", "=", "==": VersionRange(from: version, below: version.next)
    case "~=":
      VersionRange(
        from: version,
        below: VersionNumber(
          parts: version.parts.count > 1 ? version.parts.dropLast() : version.parts
        )
        .next)
    default: any
    }
  }
}
