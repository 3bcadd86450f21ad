import CNVML

extension NVMLHandle {
  /// °C; by the newer call where a driver has the older one no more.
  func temperature() -> NVMLReading<Double> {
    let reading = choice(symbols.temperature, NVML_TEMPERATURE_SENSOR_GPU)
    guard reading.code.meansFieldAbsent, let function = symbols.temperatureV else {
      return reading
    }
    var info = nvml_temperature_v1_t()
    info.version = NVML_TEMPERATURE_VERSION
    info.sensor = UInt32(NVML_TEMPERATURE_SENSOR_GPU)
    let code = NVMLReturnCode(rawValue: function(pointer, &info))
    return code == .success ? .known(Double(info.temperature)) : .unavailable(code)
  }

  /// °C left to the slowdown.
  func margin() -> NVMLReading<Double> {
    guard let function = symbols.margin else { return .unavailable(.functionNotFound) }
    var info = nvml_margin_temperature_t()
    info.version = NVML_MARGIN_VERSION
    let code = NVMLReturnCode(rawValue: function(pointer, &info))
    return code == .success ? .known(Double(info.margin)) : .unavailable(code)
  }
}
