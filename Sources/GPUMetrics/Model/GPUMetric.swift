/// A figure that is kept over time.
public enum GPUMetric: String, Sendable, Hashable, CaseIterable {
  /// Percent, 0 to 100.
  case utilization
  /// Percent of the device's memory, 0 to 100.
  case memory
  /// Watts.
  case power
  /// Degrees Celsius.
  case temperature

  /// The device's figure, or nil when it is not known.
  public func value(of device: GPUDevice) -> Double? {
    switch self {
    case .utilization: device.utilizationPercent.map(Double.init)
    case .memory: device.memoryPercent
    case .power: device.powerWatts
    case .temperature: device.temperatureCelsius.map(Double.init)
    }
  }
}
