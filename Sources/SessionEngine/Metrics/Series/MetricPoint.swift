/// One figure a run gave at one moment.
public struct MetricPoint: Sendable, Hashable {
  /// The series it belongs to, such as `loss` or `val/accuracy`.
  public var series: String
  /// The step the program counted; nil when it counted none.
  public var step: Int?
  /// Epochs done, with the fraction of the running one: 2.5 is the middle of the third; nil when
  /// the program said none.
  public var epoch: Double?
  /// Seconds from the run's start to the moment the figure was read, or written where its file
  /// says when.
  public var seconds: Double
  /// Finite.
  public var value: Double

  public init(
    series: String, step: Int? = nil, epoch: Double? = nil, seconds: Double, value: Double
  ) {
    self.series = series
    self.step = step
    self.epoch = epoch
    self.seconds = seconds
    self.value = value
  }
}
