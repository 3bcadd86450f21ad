/// What a run used of a GPU; a figure that is not known is nil.
public struct GPUUse: Sendable, Hashable {
  /// For how long it had a process on the GPU, as far as it was sampled.
  public var seconds: Double?
  /// The mean over that time, 0 to 100.
  public var meanUtilizationPercent: Double?
  /// 0 to 100.
  public var peakUtilizationPercent: Double?
  /// What the whole board took over that time: no driver tells it for each process.
  public var energyJoules: Double?
  public var meanMemoryBytes: UInt64?
  public var peakMemoryBytes: UInt64?
  /// Whether somebody else computed on the GPU meanwhile: then the energy is of both.
  public var wasShared: Bool
  /// Whether utilisation and memory are the GPU's, whoever used it, as its driver tells them of no
  /// process.
  public var isOfDevice: Bool

  public init(
    seconds: Double? = nil, meanUtilizationPercent: Double? = nil,
    peakUtilizationPercent: Double? = nil, energyJoules: Double? = nil,
    meanMemoryBytes: UInt64? = nil, peakMemoryBytes: UInt64? = nil, wasShared: Bool = false,
    isOfDevice: Bool = false
  ) {
    self.seconds = seconds
    self.meanUtilizationPercent = meanUtilizationPercent
    self.peakUtilizationPercent = peakUtilizationPercent
    self.energyJoules = energyJoules
    self.meanMemoryBytes = meanMemoryBytes
    self.peakMemoryBytes = peakMemoryBytes
    self.wasShared = wasShared
    self.isOfDevice = isOfDevice
  }

  /// The series that releases before the fifth version of the database kept beside a run's own.
  public enum Series {
    /// 0 to 100.
    public static let utilization = "gpu/utilization_percent"
    public static let power = "gpu/power_watts"
    public static let memory = "gpu/memory_used_bytes"
    /// How many runs used the device.
    public static let runs = "gpu/runs"
  }

  /// From the samples that an earlier release kept with a run; nil when there are none.
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
      wasShared: (series[Series.runs] ?? []).contains { $0.value > 1 }, isOfDevice: true)
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
}
