/// A figure of the history at one moment.
public struct GPUPoint: Sendable, Hashable {
  /// In seconds since 1970.
  public var time: Double
  /// In the metric's unit; nil is a gap.
  public var value: Double?

  public init(time: Double, value: Double?) {
    self.time = time
    self.value = value
  }
}
