/// A range of versions, to tell whether two specs can meet in one.
struct VersionRange: Sendable {
  struct Interval: Sendable {
    /// Nil for no beginning.
    var lower: PackageVersion?
    /// Nil for no end.
    var upper: PackageVersion?
    /// Whether the upper end is among them.
    var includesUpper = false

    func shared(with other: Interval) -> Interval? {
      let lower = [self.lower, other.lower].compactMap(\.self).max()
      var end = self
      if let theirs = other.upper {
        let isEarlier = upper.map { theirs < $0 || (theirs == $0 && !other.includesUpper) } ?? true
        if isEarlier { end = other }
      }
      if let upper = end.upper, let lower, end.includesUpper ? upper < lower : upper <= lower {
        return nil
      }
      return Interval(lower: lower, upper: end.upper, includesUpper: end.includesUpper)
    }
  }

  let intervals: [Interval]

  static let any = VersionRange([Interval()])

  private init(_ intervals: [Interval]) {
    self.intervals = intervals
  }

  init(from lower: PackageVersion, below upper: PackageVersion? = nil) {
    intervals = [Interval(lower: lower, upper: upper)]
  }

  init(below upper: PackageVersion) {
    intervals = [Interval(upper: upper)]
  }

  init(upTo upper: PackageVersion) {
    intervals = [Interval(upper: upper, includesUpper: true)]
  }

  /// At least the versions that a spec allows: a bound that is not understood bounds nothing.
  /// - Parameter spec: Nil for any version.
  init(spec: String?) {
    intervals = VersionSpec(spec).alternatives.flatMap { bounds in
      bounds.compactMap { $0?.range }.reduce(Self.any) { $0.shared(with: $1) }.intervals
    }
  }

  func shared(with other: VersionRange) -> VersionRange {
    VersionRange(
      intervals.flatMap { own in other.intervals.compactMap { own.shared(with: $0) } })
  }

  func overlaps(_ other: VersionRange) -> Bool { !shared(with: other).intervals.isEmpty }
}
