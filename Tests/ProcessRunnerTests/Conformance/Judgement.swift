/// Differences that were found, beside those that are listed.
struct Judgement {
  /// How many differences each listed entry covers.
  private(set) var counts: [Int]
  /// Mark, aspect, number of cells and examples of what no entry covers.
  private(set) var unlisted: [String] = []

  init(_ found: [(mark: String, difference: Difference)], known: [KnownDifference]) {
    counts = known.map { _ in 0 }
    var rest: [String: [Difference]] = [:]
    var order: [String] = []
    for (mark, difference) in found {
      if let entry = known.firstIndex(where: { $0.covers(difference, at: mark) }) {
        counts[entry] += 1
        continue
      }
      let place = "\(mark) \(difference.aspect.rawValue)"
      if rest[place] == nil { order.append(place) }
      rest[place, default: []].append(difference)
    }
    unlisted = order.map { place in
      let differences = rest[place] ?? []
      return "\(place) \(differences.count) \(differences.prefix(3).map(\.description))"
    }
  }
}
