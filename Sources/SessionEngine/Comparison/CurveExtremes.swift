/// The smallest and the largest value of some points that follow one another, and where they stand.
struct CurveExtremes: Hashable {
  /// A point of a series by its place, counted from 0.
  struct Point: Hashable {
    let place: Int
    let value: Double
  }

  private(set) var smallest: Point
  private(set) var largest: Point

  init(smallest: Point, largest: Point) {
    self.smallest = smallest
    self.largest = largest
  }

  init(_ point: Point) {
    self.init(smallest: point, largest: point)
  }

  /// Takes what comes later; of equal values the first stays.
  mutating func merge(_ later: CurveExtremes) {
    if later.smallest.value < smallest.value { smallest = later.smallest }
    if later.largest.value > largest.value { largest = later.largest }
  }
}
