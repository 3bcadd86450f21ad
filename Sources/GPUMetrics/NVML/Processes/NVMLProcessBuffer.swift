import CNVML
import Foundation

/// Calls a function that lists processes, whatever layout of records the driver writes.
///
/// Drivers wrote 16, 24 or 32 bytes a record under one name. Nothing in the answer tells which, so
/// the buffer is filled with a pattern before the call: what the driver has changed, divided by the
/// number of records, is the length of one.
struct NVMLProcessBuffer {
  private static let pattern: UInt8 = 0xA5
  private static let lengths = [16, 24, 32]
  private static let shortest = 16
  private static let longest = 32
  private static let attempts = 6
  /// More processes than this are not asked for.
  private static let most = 1 << 17

  /// For how many records there is room.
  private var capacity = 32
  /// The newest call's records are too short to name an instance.
  private var isShort = false

  /// The processes; a list that grows between two calls is asked for again.
  /// - Parameter isCut: Whether the device is split by MIG: then a call is preferred whose records
  ///   name the instance.
  mutating func list(
    _ handle: NVMLHandle, _ calls: NVMLProcessCalls, isCut: Bool
  ) -> NVMLReading<[NVMLProcessRecord]> {
    guard isCut, let second = calls.second else { return list(handle, calls.newest).reading }
    if !isShort {
      let answer = list(handle, calls.newest)
      isShort = answer.length == Self.shortest
      if !isShort { return answer.reading }
    }
    let named = list(handle, second).reading
    return named.value == nil ? list(handle, calls.newest).reading : named
  }

  /// - Returns: The processes, and the length of one record; 0 where there was none.
  private mutating func list(
    _ handle: NVMLHandle, _ function: nvml_device_processes_function?
  ) -> (reading: NVMLReading<[NVMLProcessRecord]>, length: Int) {
    guard let function else { return (.unavailable(.functionNotFound), 0) }
    var capacity = capacity
    for _ in 0..<Self.attempts {
      var count = UInt32(capacity)
      let answer: (code: NVMLReturnCode, records: [NVMLProcessRecord]?, length: Int) =
        withUnsafeTemporaryAllocation(
          byteCount: capacity * Self.longest, alignment: MemoryLayout<nvml_process_t>.alignment
        ) { buffer in
          buffer.initializeMemory(as: UInt8.self, repeating: Self.pattern)
          let code = NVMLReturnCode(
            rawValue: function(handle.pointer, &count, buffer.baseAddress))
          guard code == .success, Int(count) <= capacity else { return (code, nil, 0) }
          let written = UnsafeRawBufferPointer(buffer)
          let length = Self.length(written, count: Int(count))
          return (code, Self.records(written, count: Int(count), length: length), length ?? 0)
        }
      switch answer.code {
      case .success:
        self.capacity = capacity
        return (answer.records.map { .known($0) } ?? .unavailable(.unknown), answer.length)
      case .insufficientSize:
        // What was too little for a list is not kept unless it was enough in the end.
        guard capacity < Self.most else { return (.unavailable(.insufficientSize), 0) }
        capacity = min(max(capacity * 2, Int(count) + 64), Self.most)
      default: return (.unavailable(answer.code), 0)
      }
    }
    return (.unavailable(.insufficientSize), 0)
  }

  /// Of one record; nil when what was written cannot be so many, and when there is none.
  private static func length(_ buffer: UnsafeRawBufferPointer, count: Int) -> Int? {
    let written = (buffer.lastIndex { $0 != pattern } ?? -1) + 1
    guard count > 0, written > 0 else { return nil }
    return lengths.first { $0 * count >= written }
  }

  private static func records(
    _ buffer: UnsafeRawBufferPointer, count: Int, length: Int?
  ) -> [NVMLProcessRecord]? {
    guard count > 0 else { return [] }
    return length.map { length in
      (0..<count).compactMap { record(buffer, at: $0 * length, length: length) }
    }
  }

  private static func record(
    _ buffer: UnsafeRawBufferPointer, at offset: Int, length: Int
  ) -> NVMLProcessRecord? {
    let pid = buffer.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    guard let pid = Int32(exactly: pid), pid > 0 else { return nil }
    let memory = buffer.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
    var instance: GPUInstanceID?
    if length > shortest {
      let gpu = buffer.loadUnaligned(fromByteOffset: offset + 16, as: UInt32.self)
      let compute = buffer.loadUnaligned(fromByteOffset: offset + 20, as: UInt32.self)
      let none = UInt32(NVML_NO_INSTANCE)
      if gpu != none {
        instance = GPUInstanceID(
          gpuInstance: Int(gpu), computeInstance: compute == none ? nil : Int(compute))
      }
    }
    return NVMLProcessRecord(
      pid: pid, memoryBytes: memory == .max ? nil : memory, instance: instance)
  }
}
