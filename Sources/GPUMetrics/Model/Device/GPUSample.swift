/// A point of the driver's own record, taken more often than the driver is asked.
public struct GPUSample: Sendable, Hashable {
  public var metric: GPUMetric
  /// In seconds since 1970.
  public var time: Double
  /// In the metric's unit.
  public var value: Double

  public init(metric: GPUMetric, time: Double, value: Double) {
    self.metric = metric
    self.time = time
    self.value = value
  }
}
