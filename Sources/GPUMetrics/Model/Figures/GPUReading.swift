/// A figure at one moment, or why there is none.
public struct GPUReading: Sendable, Hashable {
  public let state: GPUReadingState
  /// In the metric's unit; there only when the state is `known` or `stale`.
  public let value: Double?
  /// When it was read, in seconds since 1970; 0 for a figure that was never asked for.
  public let time: Double

  private init(state: GPUReadingState, value: Double?, time: Double) {
    self.state = state
    self.value = value
    self.time = time
  }

  /// Never asked for.
  public static let unknown = GPUReading(state: .unknown, value: nil, time: 0)

  /// A figure that was read; one that cannot be true of the metric is unknown.
  public static func known(_ value: Double, of metric: GPUMetric, at time: Double) -> GPUReading {
    metric.range.contains(value)
      ? GPUReading(state: .known, value: value, time: time)
      : GPUReading(state: .unknown, value: nil, time: time)
  }

  /// A figure that was asked for and not given; `known` and `stale` have a value, and count as
  /// unknown without one.
  public static func absent(_ state: GPUReadingState, at time: Double) -> GPUReading {
    let hasNone = state == .known || state == .stale
    return GPUReading(state: hasNone ? .unknown : state, value: nil, time: time)
  }

  /// The same figure as an old one; one that was not known stays as it is.
  public var aged: GPUReading {
    value == nil ? self : GPUReading(state: .stale, value: value, time: time)
  }
}
