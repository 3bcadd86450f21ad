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
  private static let longest = 32
  private static let attempts = 6

  /// For how many records there is room.
  private var capacity = 128

  /// The processes; a list that grows between two calls is asked for again.
  mutating func list(
    _ handle: NVMLHandle, _ function: nvml_device_processes_function?
  ) -> NVMLReading<[NVMLProcessRecord]> {
    guard let function else { return .unavailable(.functionNotFound) }
    for _ in 0..<Self.attempts {
      let capacity = capacity
      var count = UInt32(capacity)
      let answer: (code: NVMLReturnCode, records: [NVMLProcessRecord]?) =
        withUnsafeTemporaryAllocation(
          byteCount: capacity * Self.longest, alignment: MemoryLayout<nvml_process_t>.alignment
        ) { buffer in
          buffer.initializeMemory(as: UInt8.self, repeating: Self.pattern)
          let code = NVMLReturnCode(
            rawValue: function(handle.pointer, &count, buffer.baseAddress))
          guard code == .success, Int(count) <= capacity else { return (code, nil) }
          return (code, Self.records(UnsafeRawBufferPointer(buffer), count: Int(count)))
        }
      switch answer.code {
      case .success: return answer.records.map { .known($0) } ?? .unavailable(.unknown)
      case .insufficientSize:
        self.capacity = min(max(capacity * 2, Int(count) + 64), 1 << 20)
      default: return .unavailable(answer.code)
      }
    }
    return .unavailable(.insufficientSize)
  }

  /// Nil when what was written cannot be so many records.
  private static func records(
    _ buffer: UnsafeRawBufferPointer, count: Int
  ) -> [NVMLProcessRecord]? {
    guard count > 0 else { return [] }
    let written = (buffer.lastIndex { $0 != pattern } ?? -1) + 1
    guard let length = lengths.first(where: { $0 * count >= written }), written > 0 else {
      return nil
    }
    return (0..<count).compactMap { record(buffer, at: $0 * length, length: length) }
  }

  private static func record(
    _ buffer: UnsafeRawBufferPointer, at offset: Int, length: Int
  ) -> NVMLProcessRecord? {
    let pid = buffer.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    guard let pid = Int32(exactly: pid), pid > 0 else { return nil }
    let memory = buffer.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
    var instance: GPUInstanceID?
    if length > 16 {
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
