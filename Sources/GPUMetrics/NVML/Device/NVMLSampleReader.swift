import CNVML

/// Reads what the driver recorded by itself since the last call (nvmlDeviceGetSamples).
struct NVMLSampleReader {
  /// Points nearer to one another than this are left out, in seconds.
  private static let finest = 0.095
  /// What is older is left out, in seconds: at the first call the driver gives its whole record.
  private static let oldest = 60.0

  let kind: Int
  let metric: GPUMetric
  /// What a person is told to wait for while the call is under way.
  let name: String
  private let divisor: Double
  private var lastMicroseconds: UInt64 = 0
  private var capacity = 160

  static let all = [
    NVMLSampleReader(kind: NVML_SAMPLES_GPU_UTILIZATION, metric: .utilization, divisor: 1),
    NVMLSampleReader(kind: NVML_SAMPLES_MEMORY_UTILIZATION, metric: .memoryUtilization, divisor: 1),
    NVMLSampleReader(kind: NVML_SAMPLES_POWER, metric: .power, divisor: 1000),
    NVMLSampleReader(kind: NVML_SAMPLES_SM_CLOCK, metric: .smClock, divisor: 1),
  ]

  private init(kind: Int, metric: GPUMetric, divisor: Double) {
    self.kind = kind
    self.metric = metric
    name = "\(metric.name) as the driver recorded it"
    self.divisor = divisor
  }

  /// The new points, oldest first; those that cannot be true are left out.
  /// - Parameter time: The round's, in seconds since 1970.
  mutating func read(_ handle: NVMLHandle, at time: Double) -> NVMLReading<[GPUSample]> {
    guard let function = handle.symbols.samples else { return .unavailable(.functionNotFound) }
    for _ in 0..<4 {
      var count = UInt32(capacity)
      var type: Int32 = 0
      var records = [nvml_sample_t](repeating: nvml_sample_t(), count: capacity)
      let code = NVMLReturnCode(
        rawValue: function(
          handle.pointer, Int32(kind), lastMicroseconds, &type, &count, &records))
      switch code {
      case .success where Int(count) <= capacity:
        return .known(points(records.prefix(Int(count)), type: type, at: time))
      case .notFound: return .known([])
      case .insufficientSize: capacity = min(max(capacity * 2, Int(count) + 16), 65_536)
      case .success: return .unavailable(.unknown)
      default: return .unavailable(code)
      }
    }
    return .unavailable(.insufficientSize)
  }

  private mutating func points(
    _ records: ArraySlice<nvml_sample_t>, type: Int32, at time: Double
  ) -> [GPUSample] {
    var points: [GPUSample] = []
    let before = lastMicroseconds
    for record in records.sorted(by: { $0.timestamp < $1.timestamp }) {
      let moment = Double(record.timestamp) / 1e6
      guard record.timestamp > before, moment <= time + 1 else { continue }
      lastMicroseconds = record.timestamp
      guard moment > time - Self.oldest,
        moment - (points.last?.time ?? -.infinity) >= Self.finest,
        let number = NVMLValue(type: type, bits: record.value).number,
        metric.range.contains(number / divisor)
      else { continue }
      points.append(GPUSample(metric: metric, time: moment, value: number / divisor))
    }
    return points
  }
}
