extension GPUMetric {
  /// What its values are counted in.
  public var unit: GPUUnit {
    switch self {
    case .utilization, .memoryUtilization, .encoder, .decoder, .fan: .percent
    case .memoryUsed, .memoryTotal, .memoryReserved, .memoryFree: .bytes
    case .temperature, .memoryTemperature, .temperatureSlowdown, .temperatureShutdown,
      .temperatureMargin:
      .celsius
    case .power, .powerInstant, .powerLimit: .watts
    case .energy: .joules
    case .graphicsClock, .smClock, .memoryClock, .videoClock, .graphicsClockMax, .smClockMax,
      .memoryClockMax, .videoClockMax:
      .megahertz
    case .pcieReceive, .pcieTransmit: .bytesPerSecond
    case .performanceState, .pcieGeneration, .pcieGenerationMax, .pcieWidth, .pcieWidthMax,
      .eccCorrected, .eccUncorrected, .remappedRowsPending, .remappedRowsFailure:
      .number
    }
  }

  /// What can be true, both ends included; a value outside of it is not a figure.
  public var range: ClosedRange<Double> {
    switch self {
    case .utilization, .memoryUtilization, .encoder, .decoder: 0...100
    case .memoryUsed, .memoryReserved, .memoryFree: 0...1e15
    case .memoryTotal: 1...1e15
    case .temperature, .memoryTemperature: 0...200
    case .temperatureSlowdown, .temperatureShutdown: 1...200
    case .temperatureMargin: -200...200
    // Percent of the intended speed: a fan may turn faster than that.
    case .fan: 0...300
    case .power, .powerInstant: 0...20_000
    case .powerLimit: 0.001...20_000
    case .energy: 0...1e13
    case .graphicsClock, .smClock, .memoryClock, .videoClock: 0...20_000
    case .graphicsClockMax, .smClockMax, .memoryClockMax, .videoClockMax: 1...20_000
    case .performanceState: 0...15
    case .pcieGeneration, .pcieGenerationMax: 1...10
    case .pcieWidth, .pcieWidthMax: 1...64
    case .pcieReceive, .pcieTransmit: 0...1e12
    case .eccCorrected, .eccUncorrected: 0...1e15
    case .remappedRowsPending, .remappedRowsFailure: 0...1
    }
  }
}
