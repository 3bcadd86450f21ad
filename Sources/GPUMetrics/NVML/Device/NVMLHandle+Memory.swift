import CNVML

extension NVMLHandle {
  /// Total, used, reserved and free bytes; nil for what cannot be true.
  func memory() -> NVMLReading<[Double?]> {
    if let function = symbols.memoryV2 {
      var info = nvml_memory_v2_t()
      info.version = NVML_MEMORY_V2_VERSION
      let code = NVMLReturnCode(rawValue: function(pointer, &info))
      if code == .success {
        return values(
          GPUMemory(total: info.total, used: info.used, reserved: info.reserved), free: info.free)
      }
      if !code.meansFieldAbsent { return .unavailable(code) }
    }
    guard let function = symbols.memory else { return .unavailable(.functionNotFound) }
    var info = nvml_memory_t()
    let code = NVMLReturnCode(rawValue: function(pointer, &info))
    guard code == .success else { return .unavailable(code) }
    return values(GPUMemory(total: info.total, used: info.used, reserved: nil), free: info.free)
  }

  private func values(_ memory: GPUMemory, free: UInt64) -> NVMLReading<[Double?]> {
    // Parts that share the machine's memory answer with a total of 0: they have no such figure.
    guard let total = memory.total else { return .unavailable(.notSupported) }
    return .known([
      Double(total), memory.used.map { Double($0) }, memory.reserved.map { Double($0) },
      free <= total ? Double(free) : nil,
    ])
  }
}
