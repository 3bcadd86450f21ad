/// A field of `nvidia-smi --query-gpu`, by the name the newest releases know it by.
enum NvidiaSMIField: String, CaseIterable, Sendable, Hashable {
  /// Asked for first: only a whole row begins with it.
  case timestamp
  case index
  case uuid
  case busID = "pci.bus_id"
  case driverVersion = "driver_version"

  case utilization = "utilization.gpu"
  case memoryUtilization = "utilization.memory"
  case encoder = "utilization.encoder"
  case decoder = "utilization.decoder"
  case memoryUsed = "memory.used"
  case memoryTotal = "memory.total"
  case memoryReserved = "memory.reserved"
  case memoryFree = "memory.free"
  case temperature = "temperature.gpu"
  case memoryTemperature = "temperature.memory"
  case temperatureMargin = "temperature.gpu.tlimit"
  case fan = "fan.speed"
  case power = "power.draw"
  case powerInstant = "power.draw.instant"
  /// Told before the limit that was set: the lower one of several counts.
  case enforcedPowerLimit = "enforced.power.limit"
  case powerLimit = "power.limit"
  case graphicsClock = "clocks.current.graphics"
  case smClock = "clocks.current.sm"
  case memoryClock = "clocks.current.memory"
  case videoClock = "clocks.current.video"
  case graphicsClockMax = "clocks.max.graphics"
  case smClockMax = "clocks.max.sm"
  case memoryClockMax = "clocks.max.memory"
  case performanceState = "pstate"
  case pcieGeneration = "pcie.link.gen.current"
  case pcieGenerationMax = "pcie.link.gen.max"
  case pcieWidth = "pcie.link.width.current"
  case pcieWidthMax = "pcie.link.width.max"
  case eccCorrected = "ecc.errors.corrected.volatile.total"
  case eccUncorrected = "ecc.errors.uncorrected.volatile.total"
  case remappedRowsPending = "remapped_rows.pending"
  case remappedRowsFailure = "remapped_rows.failure"

  case clockReasons = "clocks_event_reasons.active"
  case persistence = "persistence_mode"
  case eccMode = "ecc.mode.current"
  case migMode = "mig.mode.current"
  case computeCapability = "compute_cap"
  /// Asked for last: it may contain commas, and nothing is quoted.
  case name

  /// What releases before a renaming call it.
  var olderName: String? {
    self == .clockReasons ? "clocks_throttle_reasons.active" : nil
  }

  /// The figure it is; nil for what is no number.
  var metric: GPUMetric? {
    switch self {
    case .utilization: .utilization
    case .memoryUtilization: .memoryUtilization
    case .encoder: .encoder
    case .decoder: .decoder
    case .memoryUsed: .memoryUsed
    case .memoryTotal: .memoryTotal
    case .memoryReserved: .memoryReserved
    case .memoryFree: .memoryFree
    case .temperature: .temperature
    case .memoryTemperature: .memoryTemperature
    case .temperatureMargin: .temperatureMargin
    case .fan: .fan
    case .power: .power
    case .powerInstant: .powerInstant
    case .enforcedPowerLimit, .powerLimit: .powerLimit
    case .graphicsClock: .graphicsClock
    case .smClock: .smClock
    case .memoryClock: .memoryClock
    case .videoClock: .videoClock
    case .graphicsClockMax: .graphicsClockMax
    case .smClockMax: .smClockMax
    case .memoryClockMax: .memoryClockMax
    case .performanceState: .performanceState
    case .pcieGeneration: .pcieGeneration
    case .pcieGenerationMax: .pcieGenerationMax
    case .pcieWidth: .pcieWidth
    case .pcieWidthMax: .pcieWidthMax
    case .eccCorrected: .eccCorrected
    case .eccUncorrected: .eccUncorrected
    case .remappedRowsPending: .remappedRowsPending
    case .remappedRowsFailure: .remappedRowsFailure
    case .timestamp, .index, .uuid, .busID, .driverVersion, .clockReasons, .persistence, .eccMode,
      .migMode, .computeCapability, .name:
      nil
    }
  }
}
