extension Comparison {
  /// A figure's verdict in few words, such as `gpu is better` or `within the noise`.
  public func words(for verdict: Verdict) -> String {
    switch verdict {
    case .better(let side):
      sides.indices.contains(side) ? "\(sides[side].title) is better" : "–"
    case .withinTheNoise: "within the noise"
    case .notRepeated: "not repeated"
    case .repeatsAlike: "repeats all alike"
    case .none: "–"
    }
  }

  /// The series that have a curve, in the order they are shown.
  public var seriesNames: [String] { ComparedSeries.order(Set(curves.map(\.series))) }
}
