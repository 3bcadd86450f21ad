extension GPUMetric {
  /// The name in Prometheus: in base units, and `_total` behind what only grows.
  var prometheusName: String {
    var name = "atelier_gpu_\(rawValue)"
    for (suffix, base) in [("_percent", "_ratio"), ("_mhz", "_hertz")] where name.hasSuffix(suffix)
    {
      name = name.dropLast(suffix.count) + base
    }
    return isCounter ? "\(name)_total" : name
  }

  var prometheusType: String { isCounter ? "counter" : "gauge" }

  /// A value in the base unit: shares from 0 to 1, clocks in Hz.
  func prometheusValue(_ value: Double) -> String {
    let base =
      switch unit {
      case .percent: value / 100
      case .megahertz: value * 1e6
      case .bytes, .bytesPerSecond, .celsius, .watts, .joules, .number: value
      }
    return Int64(exactly: base).map(String.init) ?? "\(base)"
  }
}
