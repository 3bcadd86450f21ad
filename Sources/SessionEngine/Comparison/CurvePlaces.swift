/// Chooses the points of a long series that its curve and its figures need: the first and the last,
/// the smallest and the largest of equal parts, and the last of each whole epoch.
///
/// It is given either every point or, of a very long series, whole stretches in place of their
/// points; which of the two it was makes no difference to what it chooses.
struct CurvePlaces {
  /// How many points a stretch has.
  static let stretch = 64

  private let count: Int
  private let mostPoints: Int
  /// The parts' bounds are at multiples of it.
  private let unit: Int
  private var parts: [CurveExtremes?]
  private var epochEnds: [Int: Int] = [:]

  /// - Parameters:
  ///   - count: How many points the series has.
  ///   - mostPoints: At least 4; the ends of epochs come on top, unless they are more than half as
  ///     many: then only the last of them does.
  init(count: Int, mostPoints: Int) {
    self.count = count
    self.mostPoints = max(4, mostPoints)
    let wanted = (self.mostPoints - 2) / 2
    let stretches = (count + Self.stretch - 1) / Self.stretch
    unit = 2 * stretches >= wanted ? Self.stretch : 1
    parts = Array(repeating: nil, count: min(wanted, (count + unit - 1) / unit))
  }

  /// Whether stretches may stand for their points: not where the curve would have less than half
  /// of the points it may have.
  var takesStretches: Bool { unit == Self.stretch }

  /// Takes a stretch; they come in their order.
  mutating func add(_ extremes: CurveExtremes) {
    let part = extremes.smallest.place / unit * parts.count / ((count + unit - 1) / unit)
    parts[part]?.merge(extremes)
    if parts[part] == nil { parts[part] = extremes }
  }

  /// Takes one point; they come in their order.
  mutating func add(_ point: CurveExtremes.Point, epoch: Double?) {
    add(CurveExtremes(point))
    if let epoch = Self.wholeEpoch(epoch) { epochEnds[epoch] = point.place }
  }

  mutating func add(epoch: Int, endsAt place: Int) { epochEnds[epoch] = place }

  /// Counted from 1; nil within an epoch, and for what can be no number of one.
  static func wholeEpoch(_ epoch: Double?) -> Int? {
    guard let epoch, epoch >= 1, epoch <= 1e9, epoch == epoch.rounded() else { return nil }
    return Int(epoch)
  }

  /// In ascending order, none twice.
  var chosen: [Int] {
    guard count > 0 else { return [] }
    var places: Set = [0, count - 1]
    for part in parts.compactMap(\.self) {
      places.formUnion([part.smallest.place, part.largest.place])
    }
    if epochEnds.count <= mostPoints / 2 {
      places.formUnion(epochEnds.values)
    } else if let last = epochEnds.values.max() {
      places.insert(last)
    }
    return places.sorted()
  }

  /// The same of points at hand; all of them when they are no more than `mostPoints`.
  static func thinned(_ points: [MetricPoint], to mostPoints: Int) -> [MetricPoint] {
    guard points.count > max(4, mostPoints) else { return points }
    var places = CurvePlaces(count: points.count, mostPoints: mostPoints)
    for (place, point) in points.enumerated() {
      places.add(CurveExtremes.Point(place: place, value: point.value), epoch: point.epoch)
    }
    return places.chosen.map { points[$0] }
  }
}
