import CNVML

extension NVMLQuestion {
  /// Everything that one call answers on its own, in the order it is asked.
  static let all: [NVMLQuestion] = [
    NVMLQuestion(.everyRound, [.utilization, .memoryUtilization]) { handle in
      guard let function = handle.symbols.utilization else {
        return .unavailable(.functionNotFound)
      }
      var rates = nvml_utilization_t()
      let code = NVMLReturnCode(rawValue: function(handle.pointer, &rates))
      return code == .success
        ? .known([Double(rates.gpu), Double(rates.memory)]) : .unavailable(code)
    },
    NVMLQuestion(.everyRound, [.memoryTotal, .memoryUsed, .memoryReserved, .memoryFree]) {
      $0.memory()
    },
    NVMLQuestion(.everyRound, .temperature) { $0.temperature() },
    NVMLQuestion(.everyRound, .power, dividedBy: 1000) { $0.number($0.symbols.powerUsage) },
    NVMLQuestion(.everyRound, .energy, dividedBy: 1000) { handle in
      handle.largeNumber(handle.symbols.energy).map { Double($0) }
    },
    NVMLQuestion(.everyRound, .smClock) { $0.choice($0.symbols.clock, NVML_CLOCK_SM) },

    NVMLQuestion(.calm, .powerLimit, dividedBy: 1000) { handle in
      let enforced = handle.number(handle.symbols.enforcedPowerLimit).within(1...)
      return enforced.value == nil
        ? handle.number(handle.symbols.managementPowerLimit) : enforced
    },
    NVMLQuestion(.calm, .temperatureMargin) { $0.margin() },
    NVMLQuestion(.calm, .graphicsClock) { $0.choice($0.symbols.clock, NVML_CLOCK_GRAPHICS) },
    NVMLQuestion(.calm, .memoryClock) { $0.choice($0.symbols.clock, NVML_CLOCK_MEMORY) },
    NVMLQuestion(.calm, .performanceState) { $0.state($0.symbols.performanceState) },
    NVMLQuestion(.calm, .fan) { $0.number($0.symbols.fanSpeed) },
    NVMLQuestion(.calm, .encoder) { $0.first($0.symbols.encoder) },
    NVMLQuestion(.calm, .decoder) { $0.first($0.symbols.decoder) },
    NVMLQuestion(.calm, .videoClock) { $0.choice($0.symbols.clock, NVML_CLOCK_VIDEO) },
    NVMLQuestion(.calm, .pcieGeneration) { $0.number($0.symbols.pcieGeneration) },
    NVMLQuestion(.calm, .pcieWidth) { $0.number($0.symbols.pcieWidth) },
    NVMLQuestion(.calm, .eccCorrected) { $0.errors(NVML_ECC_CORRECTED) },
    NVMLQuestion(.calm, .eccUncorrected) { $0.errors(NVML_ECC_UNCORRECTED) },
    NVMLQuestion(.calm, [.remappedRowsPending, .remappedRowsFailure]) { handle in
      guard let function = handle.symbols.remappedRows else {
        return .unavailable(.functionNotFound)
      }
      var rows: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
      let code = NVMLReturnCode(
        rawValue: function(handle.pointer, &rows.0, &rows.1, &rows.2, &rows.3))
      return code == .success ? .known([Double(rows.2), Double(rows.3)]) : .unavailable(code)
    },

    NVMLQuestion(.once, .temperatureShutdown) {
      $0.choice($0.symbols.threshold, NVML_TEMPERATURE_THRESHOLD_SHUTDOWN)
    },
    NVMLQuestion(.once, .temperatureSlowdown) {
      $0.choice($0.symbols.threshold, NVML_TEMPERATURE_THRESHOLD_SLOWDOWN)
    },
    NVMLQuestion(.once, .graphicsClockMax) {
      $0.choice($0.symbols.maximumClock, NVML_CLOCK_GRAPHICS)
    },
    NVMLQuestion(.once, .smClockMax) { $0.choice($0.symbols.maximumClock, NVML_CLOCK_SM) },
    NVMLQuestion(.once, .memoryClockMax) { $0.choice($0.symbols.maximumClock, NVML_CLOCK_MEMORY) },
    NVMLQuestion(.once, .videoClockMax) { $0.choice($0.symbols.maximumClock, NVML_CLOCK_VIDEO) },
    NVMLQuestion(.once, .pcieGenerationMax) { $0.number($0.symbols.maximumPCIeGeneration) },
    NVMLQuestion(.once, .pcieWidthMax) { $0.number($0.symbols.maximumPCIeWidth) },
  ]
}
