import CNVML

/// Reads how much the instances of a split device are used, where its driver counts that (GPM).
struct NVMLInstanceUse {
  /// Two records of the counters are so many seconds apart at least.
  private static let shortest = 0.1

  private var isSupported: Bool?
  private var last: [Int: NVMLCounterRecord] = [:]
  private var spare: [Int: NVMLCounterRecord] = [:]
  private var figures: [Int: [Double?]] = [:]

  /// Writes into the instances what each was used since the last call, in percent; leaves alone
  /// those that share a GPU instance, as the counters are of that one as a whole.
  /// - Parameter time: The round's, in seconds since 1970.
  mutating func read(_ handle: NVMLHandle, into instances: inout [GPUInstance], at time: Double) {
    guard let calls = handle.symbols.counters, supports(handle, calls) else { return }
    let counted = Dictionary(grouping: instances.indices) { instances[$0].id.gpuInstance }
    for (number, places) in counted {
      count(handle, calls, instance: number, at: time)
      guard places.count == 1, let values = figures[number] else { continue }
      instances[places[0]].utilizationPercent = values[0]
      instances[places[0]].smPercent = values[1]
      instances[places[0]].memoryUtilizationPercent = values[2]
    }
    for number in last.keys where counted[number] == nil { drop(number) }
  }

  mutating func forget() {
    self = NVMLInstanceUse()
  }

  private mutating func supports(_ handle: NVMLHandle, _ calls: NVMLCounterCalls) -> Bool {
    if let isSupported { return isSupported }
    var support = nvml_gpm_support_t(version: UInt32(NVML_GPM_VERSION), is_supported: 0)
    let code = NVMLReturnCode(rawValue: calls.support(handle.pointer, &support))
    let answer = code == .success && support.is_supported != 0
    isSupported = answer
    return answer
  }

  private mutating func count(
    _ handle: NVMLHandle, _ calls: NVMLCounterCalls, instance number: Int, at time: Double
  ) {
    if let before = last[number], abs(time - before.time) < Self.shortest { return }
    figures[number] = nil
    guard let record = spare[number] ?? NVMLCounterRecord(calls) else { return }
    spare[number] = nil
    guard record.take(handle, instance: number, at: time) == .success else { return drop(number) }
    if let before = last[number] {
      let metrics = [
        NVML_GPM_GRAPHICS_UTILIZATION, NVML_GPM_SM_UTILIZATION, NVML_GPM_MEMORY_UTILIZATION,
      ]
      figures[number] = record.values(of: metrics, since: before).map { values in
        values.map { value in value.flatMap { (0...100).contains($0) ? $0 : nil } }
      }
      spare[number] = before
    }
    last[number] = record
  }

  private mutating func drop(_ number: Int) {
    last[number] = nil
    spare[number] = nil
    figures[number] = nil
  }
}
