/// What a figure was over a span of time.
public struct GPUSpan: Sendable, Hashable {
  public var minimum: Double
  public var mean: Double
  public var maximum: Double

  public init(minimum: Double, mean: Double, maximum: Double) {
    self.minimum = minimum
    self.mean = mean
    self.maximum = maximum
  }
}
