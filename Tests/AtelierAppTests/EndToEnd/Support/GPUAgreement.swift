import Foundation
import TestSupport
import Testing

/// What several readers tell of the same fake devices at the same moment of their clock.
struct GPUAgreement {
  /// How the driver writes the records of a process list.
  enum Layout: CaseIterable {
    /// 24 bytes, from release 510 on.
    case today
    /// 32 bytes, releases 535.43 to 535.86.
    case long
    /// 16 bytes by the name of the newer call, as one driver of 2026 does.
    case short
    /// Only the second generation of the call is there: before release 510.
    case second
    /// Only the first is there, with 16 bytes: before release 450.
    case first

    /// Whether gpustat reads the lists as they are: it takes every record for one of 24 bytes.
    var isReadByGPUStat: Bool { self == .today || self == .second }
  }

  /// Devices as `atelier gpu --json`, nvidia-ml-py and gpustat have them.
  let atelier: [[String: Any]]
  let nvml: [[String: Any]]
  /// Nil where gpustat does not run on such a driver.
  let gpustat: [[String: Any]]?

  /// - Parameter isCut: Whether the devices are in MIG mode, with instances in sparse places.
  init(devices: Int, isCut: Bool, layout: Layout) async throws {
    let library = try await FakeNVML(
      (0..<devices).map { Self.device($0, isCut: isCut) },
      system: ["time_ms": "5250", "seed": "20", "record": layout.record],
      missing: layout.missing)
    let sandbox = try Sandbox(variables: ["LD_LIBRARY_PATH": library.folder])
    let python = try await IndependentReading.pythonWithPackages()
    let theirs = try await sandbox.program(python, [IndependentReading.program("gpus.py")])
    #expect(theirs.status == 0 && theirs.errors.isEmpty, "\(theirs)")
    let ours = try await sandbox.atelier("gpu", "--json")
    #expect(ours.status == 0 && ours.errors.isEmpty, "\(ours)")
    atelier = try #require(try ours.object()["devices"] as? [[String: Any]])
    nvml = try #require(try theirs.object()["nvml"] as? [[String: Any]])
    gpustat = try theirs.object()["gpustat"] as? [[String: Any]]
    #expect(gpustat != nil || layout == .first, "gpustat read nothing")
  }

  /// A device with every figure, some of them waves, and with processes that are alive: gpustat
  /// leaves out others.
  private static func device(_ index: Int, isCut: Bool) -> FakeGPU {
    let alive = [ProcessInfo.processInfo.processIdentifier, 1]
    var device = FakeGPU.complete(index).with([
      "gpu": "sine 0 100 7000", "power": "saw 80000 690000 9000", "temperature": "noise 40 90 100",
      "sm": "square 345 1980 3000",
    ])
    if isCut {
      return device.cut(into: [
        .small(0, of: index, processes: [FakeGPUProcess(alive[0], memory: 300 << 20)]),
        .small(3, of: index, processes: [FakeGPUProcess(alive[1], memory: nil)]),
        .small(6, of: index),
      ])
    }
    device.processes = [
      FakeGPUProcess(
        alive[0], memory: UInt64(index + 1) << 28, kinds: "compute+graphics",
        utilization: ["sm": "\(30 + index)", "mem": "5"], words: ["name=python"]),
      FakeGPUProcess(alive[1], memory: nil, kinds: "mps"),
    ]
    return device
  }

  /// The entries of a list by some of their keys, in an order of their own.
  static func rows(_ list: Any?, _ keys: [String]) -> [String] {
    let entries = list as? [[String: Any]] ?? []
    return entries.map { entry in keys.map { value(entry[$0]) }.joined(separator: " ") }.sorted()
  }

  /// Our processes as gpustat has them: it knows no MPS clients, and tells whole mebibytes.
  static func rowsOfGPUStat(_ list: Any?) -> [String] {
    let entries = list as? [[String: Any]] ?? []
    let listed = entries.filter { ($0["kinds"] as? [String] ?? []) != ["mps"] }
    return listed.map { entry in
      let memory = (entry["memory_bytes"] as? NSNumber).map { $0.intValue >> 20 }
      return "\(value(entry["pid"])) \(memory.map { value($0) } ?? "null")"
    }.sorted()
  }

  /// A JSON value as words that can be compared; 1 and 1.0 are the same, null is its own.
  static func value(_ value: Any?) -> String {
    switch value {
    case nil: "no such key"
    case is NSNull: "null"
    case let number as NSNumber: "\(number.doubleValue)"
    case let list as [Any]: "[\(list.map(Self.value).sorted().joined(separator: ", "))]"
    default: "\(value ?? "")"
    }
  }
}

extension GPUAgreement.Layout {
  var record: String {
    switch self {
    case .long: "32"
    case .short: "16"
    case .today, .second, .first: "24"
    }
  }

  /// The functions that such a driver does not have.
  var missing: Set<String> {
    let lists = ["Compute", "Graphics", "MPSCompute"].map { "nvmlDeviceGet\($0)RunningProcesses" }
    return switch self {
    case .today, .short: []
    case .long: ["nvmlDeviceGetRunningProcessDetailList"]
    case .second: Set(lists.map { $0 + "_v3" } + ["nvmlDeviceGetMemoryInfo_v2"])
    case .first:
      Set(lists.flatMap { [$0 + "_v2", $0 + "_v3"] } + ["nvmlDeviceGetMemoryInfo_v2"])
    }
  }
}
