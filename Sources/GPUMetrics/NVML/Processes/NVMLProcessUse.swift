import CNVML

/// Reads how much each process used a device since the last call.
struct NVMLProcessUse {
  /// A process whose newest figures are older has none, in microseconds.
  private static let patience: UInt64 = 2_500_000

  private var capacity = 32
  private var newest: UInt64 = 0
  private var samples: [Int32: nvml_process_utilization_t] = [:]

  /// The newest figures of the listed processes; the driver's others are left out, as they are of
  /// processes that have ended or are no figures at all.
  /// - Parameter time: The round's, in seconds since 1970.
  mutating func read(
    _ handle: NVMLHandle, of pids: Set<Int32>, at time: Double
  ) -> NVMLReading<[Int32: nvml_process_utilization_t]> {
    guard let function = handle.symbols.processUse else { return .unavailable(.functionNotFound) }
    let now = UInt64(max(0, time) * 1e6)
    // Asked from the beginning, the driver gives means over its whole record.
    if newest == 0 { newest = now > 1_000_000 ? now - 1_000_000 : 0 }
    var capacity = capacity
    for _ in 0..<4 {
      var count = UInt32(capacity)
      var records = [nvml_process_utilization_t](
        repeating: nvml_process_utilization_t(), count: capacity)
      let code = NVMLReturnCode(rawValue: function(handle.pointer, &records, &count, newest))
      switch code {
      case .success where Int(count) <= capacity:
        self.capacity = capacity
        take(records.prefix(Int(count)), of: pids, now: now)
        return .known(samples)
      case .notFound:
        take([], of: pids, now: now)
        return .known(samples)
      case .insufficientSize: capacity = min(max(capacity * 2, Int(count) + 64), 1 << 17)
      case .success: return .unavailable(.unknown)
      default: return .unavailable(code)
      }
    }
    return .unavailable(.insufficientSize)
  }

  private mutating func take(
    _ records: ArraySlice<nvml_process_utilization_t>, of pids: Set<Int32>, now: UInt64
  ) {
    let before = newest
    for record in records {
      guard let pid = Int32(exactly: record.pid), pids.contains(pid), record.timestamp > before,
        record.timestamp <= now + 1_000_000,
        [record.sm, record.memory, record.encoder, record.decoder].allSatisfy({ $0 <= 100 })
      else { continue }
      newest = max(newest, record.timestamp)
      if (samples[pid]?.timestamp ?? 0) <= record.timestamp { samples[pid] = record }
    }
    samples = samples.filter { pid, record in
      pids.contains(pid) && record.timestamp + Self.patience > now
    }
  }
}
