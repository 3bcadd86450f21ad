/// A numeric figure of a device; the raw value is its key in JSON.
///
/// Whatever shows, keeps or writes figures goes through this table.
public enum GPUMetric: String, Sendable, Hashable, CaseIterable, Codable {
  case utilization = "utilization_percent"
  case memoryUtilization = "memory_utilization_percent"
  case encoder = "encoder_percent"
  case decoder = "decoder_percent"

  case memoryUsed = "memory_used_bytes"
  case memoryTotal = "memory_total_bytes"
  case memoryReserved = "memory_reserved_bytes"
  case memoryFree = "memory_free_bytes"

  case temperature = "temperature_celsius"
  case memoryTemperature = "memory_temperature_celsius"
  case temperatureSlowdown = "temperature_slowdown_celsius"
  case temperatureShutdown = "temperature_shutdown_celsius"
  case temperatureMargin = "temperature_margin_celsius"
  case fan = "fan_percent"

  case power = "power_watts"
  case powerInstant = "power_instant_watts"
  case powerLimit = "power_limit_watts"
  case energy = "energy_joules"

  case graphicsClock = "graphics_clock_mhz"
  case smClock = "sm_clock_mhz"
  case memoryClock = "memory_clock_mhz"
  case videoClock = "video_clock_mhz"
  case graphicsClockMax = "graphics_clock_max_mhz"
  case smClockMax = "sm_clock_max_mhz"
  case memoryClockMax = "memory_clock_max_mhz"
  case videoClockMax = "video_clock_max_mhz"
  case performanceState = "performance_state"

  case pcieGeneration = "pcie_generation"
  case pcieGenerationMax = "pcie_generation_max"
  case pcieWidth = "pcie_width"
  case pcieWidthMax = "pcie_width_max"
  case pcieReceive = "pcie_receive_bytes_per_second"
  case pcieTransmit = "pcie_transmit_bytes_per_second"

  case eccCorrected = "ecc_corrected_errors"
  case eccUncorrected = "ecc_uncorrected_errors"
  case remappedRowsPending = "remapped_rows_pending"
  case remappedRowsFailure = "remapped_rows_failure"

  /// What does not change while the driver is loaded; it is asked once.
  public var isConstant: Bool {
    switch self {
    case .memoryTotal, .temperatureSlowdown, .temperatureShutdown, .graphicsClockMax, .smClockMax,
      .memoryClockMax, .videoClockMax, .pcieGenerationMax, .pcieWidthMax:
      true
    default: false
    }
  }

  /// What only grows while the driver is loaded.
  public var isCounter: Bool {
    switch self {
    case .energy, .eccCorrected, .eccUncorrected: true
    default: false
    }
  }

  /// The device's figure, or nil when it is not known or only an old one is.
  public func value(of device: GPUDevice) -> Double? {
    let reading = device[self]
    return reading.state == .known ? reading.value : nil
  }
}
