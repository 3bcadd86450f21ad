import GPUMetrics

/// What a GPU told over the time of one run; a figure that is not known is nil.
public struct GPUUse: Sendable, Hashable {
  /// The mean over the run's time, 0 to 100.
  public var meanUtilizationPercent: Double?
  /// What the whole board took over the run's time.
  public var energyJoules: Double?
  /// The most memory that was in use on the device, whoever had it.
  public var peakMemoryBytes: UInt64?
  /// Whether another run used the device at the same time: then the figures are of both.
  public var wasShared: Bool

  public init(
    meanUtilizationPercent: Double? = nil, energyJoules: Double? = nil,
    peakMemoryBytes: UInt64? = nil, wasShared: Bool = false
  ) {
    self.meanUtilizationPercent = meanUtilizationPercent
    self.energyJoules = energyJoules
    self.peakMemoryBytes = peakMemoryBytes
    self.wasShared = wasShared
  }

  /// The series that whoever samples the GPU may keep beside a run's own.
  public enum Series {
    /// 0 to 100.
    public static let utilization = "gpu/utilization_percent"
    public static let power = "gpu/power_watts"
    public static let memory = "gpu/memory_used_bytes"
    /// How many runs used the device.
    public static let runs = "gpu/runs"
  }

  /// From the samples kept with a run; nil when there are none.
  ///
  /// The means weigh each sample by its time (trapezoid rule), so that uneven sampling does no
  /// harm; energy is power integrated over the samples' time, and needs two of them.
  public init?(series: [String: [MetricPoint]]) {
    let utilization = series[Series.utilization] ?? []
    let power = series[Series.power] ?? []
    let memory = (series[Series.memory] ?? []).map(\.value).max()
    guard !utilization.isEmpty || !power.isEmpty || memory != nil else { return nil }
    let mean = Self.integral(utilization).map { $0.area / $0.seconds }
    self.init(
      meanUtilizationPercent: mean ?? utilization.first?.value,
      energyJoules: Self.integral(power)?.area,
      peakMemoryBytes: memory.flatMap { $0 >= 0 && $0 < 1e18 ? UInt64($0) : nil },
      wasShared: (series[Series.runs] ?? []).contains { $0.value > 1 })
  }

  private static func integral(_ points: [MetricPoint]) -> (area: Double, seconds: Double)? {
    var area = 0.0
    for (left, right) in zip(points, points.dropFirst()) {
      area += (left.value + right.value) / 2 * max(0, right.seconds - left.seconds)
    }
    guard let first = points.first, let last = points.last, last.seconds > first.seconds else {
      return nil
    }
    return (area, last.seconds - first.seconds)
  }

  /// One sample as points to keep with a run; a figure the device does not give, or gave earlier
  /// only, has none.
  /// - Parameters:
  ///   - seconds: From the run's start.
  ///   - runs: How many runs use the device now.
  public static func points(
    of device: GPUDevice, seconds: Double, runs: Int
  ) -> [MetricPoint] {
    let metrics: [(String, GPUMetric)] = [
      (Series.utilization, .utilization), (Series.power, .power), (Series.memory, .memoryUsed),
    ]
    let points = metrics.compactMap { name, metric in
      metric.value(of: device).map { MetricPoint(series: name, seconds: seconds, value: $0) }
    }
    guard !points.isEmpty else { return [] }
    return points + [MetricPoint(series: Series.runs, seconds: seconds, value: Double(runs))]
  }
}
