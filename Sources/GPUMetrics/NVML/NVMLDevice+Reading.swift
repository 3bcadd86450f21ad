import CNVML

extension NVMLDevice {
  /// The figures of this moment; what the device does not give stays nil.
  func read() -> GPUDevice {
    let utilization = readUtilization()
    let memory = readMemory()
    let temperature = choice(library.symbols.temperature, NVML_TEMPERATURE_SENSOR_GPU)
      .within(0...200)
    let clock = choice(library.symbols.clock, NVML_CLOCK_SM).within(0...20_000)
    let fan = number(library.symbols.fanSpeed).within(0...300)
    let power = number(library.symbols.powerUsage).within(0...20_000_000)

    var device = GPUDevice(index: index)
    device.name = name
    device.uuid = uuid
    device.pciBusID = pciBusID
    device.computeCapability = computeCapability
    device.utilizationPercent = utilization.value.map(Int.init)
    device.memoryUsedBytes = memory.value?.used
    device.memoryTotalBytes = memory.value?.total
    device.memoryReservedBytes = memory.value?.reserved
    device.temperatureCelsius = temperature.value.map(Int.init)
    device.smClockMegahertz = clock.value.map(Int.init)
    device.fanPercent = fan.value.map(Int.init)
    device.powerWatts = power.value.map { Double($0) / 1000 }
    device.powerLimitWatts = readPowerLimit()
    device.fault = fault(amongst: [
      utilization.code, memory.code, temperature.code, clock.code, fan.code, power.code,
    ])
    return device
  }

  /// A device that is gone, or one that answered every question with a refusal.
  private func fault(amongst codes: [NVMLReturnCode]) -> String? {
    if let gone = codes.first(where: \.meansDeviceGone) { return gone.deviceFault }
    if codes.contains(.success) { return nil }
    return codes.first { !$0.meansFieldAbsent }?.deviceFault
  }

  private func readUtilization() -> NVMLReading<UInt32> {
    guard let function = library.symbols.utilization else { return .unavailable(.functionNotFound) }
    var rates = nvml_utilization_t()
    let code = NVMLReturnCode(rawValue: function(handle, &rates))
    return code == .success ? .known(rates.gpu).within(0...100) : .unavailable(code)
  }

  private func readMemory() -> NVMLReading<GPUMemory> {
    if let function = library.symbols.memoryV2 {
      var info = nvml_memory_v2_t()
      info.version = NVML_MEMORY_V2_VERSION
      let code = NVMLReturnCode(rawValue: function(handle, &info))
      if code == .success {
        return .known(GPUMemory(total: info.total, used: info.used, reserved: info.reserved))
      }
      if !code.meansFieldAbsent { return .unavailable(code) }
    }
    guard let function = library.symbols.memory else { return .unavailable(.functionNotFound) }
    var info = nvml_memory_t()
    let code = NVMLReturnCode(rawValue: function(handle, &info))
    guard code == .success else { return .unavailable(code) }
    return .known(GPUMemory(total: info.total, used: info.used, reserved: nil))
  }

  /// The limit in force, or the one that was set; watts.
  private func readPowerLimit() -> Double? {
    let symbols = library.symbols
    return [symbols.enforcedPowerLimit, symbols.managementPowerLimit].lazy
      .compactMap { number($0).within(1...20_000_000).value }
      .first.map { Double($0) / 1000 }
  }

  private func number(_ function: nvml_device_number_function?) -> NVMLReading<UInt32> {
    guard let function else { return .unavailable(.functionNotFound) }
    var value: UInt32 = 0
    let code = NVMLReturnCode(rawValue: function(handle, &value))
    return code == .success ? .known(value) : .unavailable(code)
  }

  private func choice(
    _ function: nvml_device_choice_function?, _ which: Int
  ) -> NVMLReading<UInt32> {
    guard let function else { return .unavailable(.functionNotFound) }
    var value: UInt32 = 0
    let code = NVMLReturnCode(rawValue: function(handle, Int32(which), &value))
    return code == .success ? .known(value) : .unavailable(code)
  }
}
