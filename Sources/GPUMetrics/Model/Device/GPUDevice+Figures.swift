/// The figures by name, old ones included; to set one makes it known at the device's time.
extension GPUDevice {
  /// Share of the last sample period in which a kernel ran, 0 to 100.
  public var utilizationPercent: Int? {
    get { whole(.utilization) }
    set { set(.utilization, newValue.map { Double($0) }) }
  }

  public var memoryUsedBytes: UInt64? {
    get { bytes(.memoryUsed) }
    set { set(.memoryUsed, newValue.map { Double($0) }) }
  }

  public var memoryTotalBytes: UInt64? {
    get { bytes(.memoryTotal) }
    set { set(.memoryTotal, newValue.map { Double($0) }) }
  }

  /// Memory the driver keeps for itself, not counted as used.
  public var memoryReservedBytes: UInt64? {
    get { bytes(.memoryReserved) }
    set { set(.memoryReserved, newValue.map { Double($0) }) }
  }

  public var temperatureCelsius: Int? {
    get { whole(.temperature) }
    set { set(.temperature, newValue.map { Double($0) }) }
  }

  public var powerWatts: Double? {
    get { self[.power].value }
    set { set(.power, newValue) }
  }

  public var powerLimitWatts: Double? {
    get { self[.powerLimit].value }
    set { set(.powerLimit, newValue) }
  }

  public var smClockMegahertz: Int? {
    get { whole(.smClock) }
    set { set(.smClock, newValue.map { Double($0) }) }
  }

  /// Percent of the intended speed; may exceed 100.
  public var fanPercent: Int? {
    get { whole(.fan) }
    set { set(.fan, newValue.map { Double($0) }) }
  }

  /// The figure as a whole number; nil unless it is known or old.
  public func whole(_ metric: GPUMetric) -> Int? {
    self[metric].value.flatMap { Int(exactly: $0.rounded()) }
  }

  private func bytes(_ metric: GPUMetric) -> UInt64? {
    self[metric].value.flatMap { UInt64(exactly: $0.rounded()) }
  }

  private mutating func set(_ metric: GPUMetric, _ value: Double?) {
    figures[metric] = value.map { .known($0, of: metric, at: time) }
  }
}
