/// One figure over the repeats of a run.
public struct Spread: Sendable, Hashable, Codable {
  public let median: Double
  public let minimum: Double
  public let maximum: Double
  /// How many runs gave it, at least 1.
  public let count: Int

  /// Nil without a value; an even count has the mean of its two middle ones as the median.
  public init?(_ values: [Double]) {
    let sorted = values.filter(\.isFinite).sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    let middle = sorted.count / 2
    median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    minimum = first
    maximum = last
    count = sorted.count
  }
}
