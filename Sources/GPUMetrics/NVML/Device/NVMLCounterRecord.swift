import CNVML

/// What an instance's counters were at one moment, in memory of the driver that goes with it.
final class NVMLCounterRecord {
  let pointer: nvml_gpm_sample_t
  /// When it was taken, in seconds since 1970.
  var time = 0.0
  private let calls: NVMLCounterCalls

  init?(_ calls: NVMLCounterCalls) {
    var pointer: nvml_gpm_sample_t?
    let code = calls.allocate(&pointer)
    guard code == NVMLReturnCode.success.rawValue, let pointer else { return nil }
    self.pointer = pointer
    self.calls = calls
  }

  deinit {
    _ = calls.free(pointer)
  }

  /// Takes the counters of this moment.
  func take(_ handle: NVMLHandle, instance: Int, at time: Double) -> NVMLReturnCode {
    self.time = time
    return NVMLReturnCode(rawValue: calls.instance(handle.pointer, UInt32(instance), pointer))
  }

  /// What some metrics were on the mean since an earlier record; nil for one that is not given.
  func values(of metrics: [Int], since earlier: NVMLCounterRecord) -> [Double?]? {
    let (head, length) = (
      MemoryLayout<nvml_gpm_question_t>.size, MemoryLayout<nvml_gpm_metric_t>.stride
    )
    return withUnsafeTemporaryAllocation(
      byteCount: head + length * Int(NVML_GPM_METRICS_ROOM),
      alignment: MemoryLayout<nvml_gpm_question_t>.alignment
    ) { buffer in
      buffer.initializeMemory(as: UInt8.self, repeating: 0)
      buffer.storeBytes(
        of: nvml_gpm_question_t(
          version: UInt32(NVML_GPM_VERSION), count: UInt32(metrics.count),
          first: earlier.pointer, second: pointer),
        as: nvml_gpm_question_t.self)
      for (place, metric) in metrics.enumerated() {
        var asked = nvml_gpm_metric_t()
        asked.metric = UInt32(metric)
        asked.code = NVMLReturnCode.notSupported.rawValue
        buffer.storeBytes(
          of: asked, toByteOffset: head + place * length, as: nvml_gpm_metric_t.self)
      }
      let code = NVMLReturnCode(rawValue: calls.metrics(buffer.baseAddress))
      guard code == .success else { return nil }
      return metrics.indices.map { place in
        let answer = buffer.load(
          fromByteOffset: head + place * length, as: nvml_gpm_metric_t.self)
        return answer.code == NVMLReturnCode.success.rawValue ? answer.value : nil
      }
    }
  }
}
