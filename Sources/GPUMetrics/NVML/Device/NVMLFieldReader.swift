import CNVML

/// Reads the figures that one call gives together (nvmlDeviceGetFieldValues).
struct NVMLFieldReader {
  /// What a person is told to wait for while the call is under way.
  static let name = "\(GPUMetric.memoryTemperature.name) and PCIe counters"

  private var transmitted = NVMLByteCounter()
  private var received = NVMLByteCounter()

  /// - Parameter time: The round's, in seconds since 1970.
  mutating func read(_ handle: NVMLHandle, at time: Double) -> [GPUMetric: NVMLReading<Double?>] {
    let metrics: [GPUMetric] = [.memoryTemperature, .powerInstant, .pcieTransmit, .pcieReceive]
    guard let function = handle.symbols.fields else {
      return metrics.reduce(into: [:]) { $0[$1] = .unavailable(.functionNotFound) }
    }
    let numbers = [
      NVML_FIELD_MEMORY_TEMPERATURE, NVML_FIELD_POWER_INSTANT, NVML_FIELD_PCIE_TRANSMITTED,
      NVML_FIELD_PCIE_RECEIVED,
    ]
    var fields = numbers.map { number in
      var field = nvml_field_value_t()
      field.field = UInt32(number)
      field.code = NVMLReturnCode.notSupported.rawValue
      return field
    }
    let code = NVMLReturnCode(
      rawValue: function(handle.pointer, Int32(fields.count), &fields))
    guard code == .success else {
      return metrics.reduce(into: [:]) { $0[$1] = .unavailable(code) }
    }
    var answers: [GPUMetric: NVMLReading<Double?>] = [:]
    for (metric, field) in zip(metrics, fields) {
      let code = NVMLReturnCode(rawValue: field.code)
      answers[metric] =
        code == .success ? .known(value(of: metric, field, at: time)) : .unavailable(code)
    }
    return answers
  }

  private mutating func value(
    of metric: GPUMetric, _ field: nvml_field_value_t, at time: Double
  ) -> Double? {
    let value = NVMLValue(type: field.value_type, bits: field.value)
    let moment = field.timestamp > 0 ? Double(field.timestamp) / 1e6 : time
    switch metric {
    case .pcieTransmit: return value.whole.flatMap { transmitted.rate($0, at: moment) }
    case .pcieReceive: return value.whole.flatMap { received.rate($0, at: moment) }
    case .powerInstant: return value.number.map { $0 / 1000 }
    default: return value.number
    }
  }
}
