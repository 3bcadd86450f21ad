/// A series of a run in short.
public struct SeriesSummary: Sendable, Hashable {
  /// Such as `loss`.
  public let name: String
  /// How many points there are, at least one.
  public let count: Int
  public let first: Double
  public let last: Double
  public let minimum: Double
  public let maximum: Double

  public init(
    name: String, count: Int, first: Double, last: Double, minimum: Double, maximum: Double
  ) {
    self.name = name
    self.count = count
    self.first = first
    self.last = last
    self.minimum = minimum
    self.maximum = maximum
  }
}
