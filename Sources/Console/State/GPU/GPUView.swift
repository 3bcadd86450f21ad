import GPUMetrics

/// What a person has chosen to see of the GPUs; the pane and the full screen share it.
public struct GPUView: Sendable, Equatable {
  /// The driver's index of the GPU in front; nil until one is chosen, and the first is meant.
  public var device: Int?
  /// What the graphs show.
  public var metric = GPUMetric.utilization
  public var zoom = GPUZoom.twoSeconds
  /// The moment at the graphs' right edge, in seconds since 1970; nil goes with the newest round.
  public var end: Double?
  /// What stands still while rounds go on being collected; nil when the picture is live.
  public var frozen: GPUPicture?

  public init() {}

  /// The figures that one goes through with a key; every other is chosen in the list of figures.
  static let cycle: [GPUMetric] = [
    .utilization, .memoryUsed, .power, .temperature, .smClock, .memoryUtilization, .memoryClock,
    .pcieReceive, .pcieTransmit, .fan,
  ]
}
