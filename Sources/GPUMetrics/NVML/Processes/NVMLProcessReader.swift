import CNVML
import Foundation

/// Reads who uses a device, and how much.
struct NVMLProcessReader {
  /// So many processes are named in one round; the others in later ones.
  private static let namesInARound = 32

  private struct Key: Hashable {
    let pid: Int32
    let instance: GPUInstanceID?
  }

  private var buffer = NVMLProcessBuffer()
  private var use = NVMLProcessUse()
  private var names: [Int32: String?] = [:]

  /// - Parameters:
  ///   - memoryTotal: The device's memory in bytes; a process cannot hold more.
  ///   - isCut: Whether the device is split by MIG.
  ///   - asksUse: Whether to ask how much each used the device.
  ///   - time: The round's, in seconds since 1970.
  /// - Returns: The processes by number, or why there is no list; and how the question for their
  ///   use was answered.
  mutating func read(
    _ handle: NVMLHandle, memoryTotal: Double?, isCut: Bool, asksUse: Bool, at time: Double
  ) -> (list: NVMLReading<[GPUProcess]>, use: NVMLReturnCode) {
    let symbols = handle.symbols
    let lists: [(GPUProcess.Kind, NVMLProcessCalls)] = [
      (.compute, symbols.computeProcesses), (.graphics, symbols.graphicsProcesses),
      (.mps, symbols.mpsProcesses),
    ]
    var found: [Key: GPUProcess] = [:]
    var codes: [NVMLReturnCode] = []
    for (kind, calls) in lists {
      let answer = buffer.list(handle, calls, isCut: isCut)
      codes.append(answer.code)
      for record in answer.value ?? [] {
        let key = Key(pid: record.pid, instance: record.instance)
        var process =
          found[key] ?? GPUProcess(pid: record.pid, kinds: [], instance: record.instance)
        process.kinds.insert(kind)
        let memory = record.memoryBytes.flatMap { bytes in
          memoryTotal.map { Double(bytes) <= $0 } ?? true ? bytes : nil
        }
        // A process of several kinds is listed with the same memory each time.
        process.memoryBytes = [process.memoryBytes, memory].compactMap(\.self).max()
        found[key] = process
      }
    }
    guard codes.contains(.success) else {
      let code = codes.first { !$0.meansFieldAbsent } ?? .functionNotFound
      return (.unavailable(code), .success)
    }
    let pids = Set(found.keys.map(\.pid))
    name(pids, handle)
    var answer: NVMLReading<[Int32: nvml_process_utilization_t]> = .known([:])
    if asksUse, !pids.isEmpty { answer = use.read(handle, of: pids, at: time) }
    let samples = answer.value ?? [:]
    let processes = found.values.map { process in
      var process = process
      process.name = names[process.pid] ?? nil
      if let sample = samples[process.pid] {
        process.smPercent = Int(sample.sm)
        process.memoryPercent = Int(sample.memory)
        process.encoderPercent = Int(sample.encoder)
        process.decoderPercent = Int(sample.decoder)
      }
      return process
    }
    return (.known(processes.sorted { Self.isBefore($0, $1) }), answer.code)
  }

  private static func isBefore(_ left: GPUProcess, _ right: GPUProcess) -> Bool {
    (left.pid, left.instance?.gpuInstance ?? -1, left.instance?.computeInstance ?? -1)
      < (right.pid, right.instance?.gpuInstance ?? -1, right.instance?.computeInstance ?? -1)
  }

  /// A process is named once; its number may be another's when it has left the list.
  private mutating func name(_ pids: Set<Int32>, _ handle: NVMLHandle) {
    names = names.filter { pids.contains($0.key) }
    guard let function = handle.symbols.processName else { return }
    for pid in pids.subtracting(names.keys).sorted().prefix(Self.namesInARound) {
      let path = handle.library.text(length: 256) { function(UInt32(pid), $0, $1) }.value
      names[pid] = .some(path.map(Self.program))
    }
  }

  /// `python` of `/usr/bin/python -m train`; a name without a path stays as it is.
  private static func program(_ path: String) -> String {
    guard path.hasPrefix("/") else { return path }
    let command = path.prefix { $0 != " " }
    return command.split(separator: "/").last.map(String.init) ?? path
  }
}
