/// Chooses the points of a long series that its curve and its figures need: the first and the last,
/// the smallest and the largest of equal parts, and the last of each whole epoch.
///
/// It is given either every point or, of a very long series, whole stretches in place of their
/// points; which of the two it was makes no difference to what it chooses.
struct CurvePlaces {
  /// How many points a stretch has.
  static let stretch = 64
  /// How many points a wide stretch has, a whole number of stretches.
  static let wideStretch = 512

  private let count: Int
  private let mostPoints: Int
  /// How many points each of what it is given stands for: those of a stretch, of a wide one, or 1.
  ///
  /// It is as large as leaves the curve half of the points it may have; the parts' bounds are at
  /// multiples of it.
  let width: Int
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
    let widths = [Self.wideStretch, Self.stretch]
    width = widths.first { 2 * Self.number(of: $0, in: count) >= wanted } ?? 1
    parts = Array(repeating: nil, count: min(wanted, Self.number(of: width, in: count)))
  }

  private static func number(of width: Int, in count: Int) -> Int { (count + width - 1) / width }

  /// Takes a stretch of `width` points; they come in their order. One that lies outside the series,
  /// as a damaged file may have it, is left out.
  mutating func add(_ extremes: CurveExtremes) {
    guard (0..<count).contains(extremes.smallest.place) else { return }
    let number = extremes.smallest.place / width
    let part = number * parts.count / Self.number(of: width, in: count)
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
