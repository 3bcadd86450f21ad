import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// `atelier gpu --json` beside nvidia-smi and nvidia-ml-py on this machine's own driver, all of
  /// them asked within the same second.
  @Suite(
    .serialized,
    .enabled("There is no NVIDIA driver on this machine.", RealDriver.isThere),
    .enabled(
      "PyPI does not answer: nvidia-ml-py cannot be installed.", IndependentReading.canHavePackages)
  )
  struct RealGPUTests {
    /// What does not change from one moment to the next.
    private static let fixed = [
      "index", "name", "uuid", "pci_bus_id", "compute_capability", "memory_total_bytes",
      "memory_reserved_bytes", "power_limit_watts", "temperature_slowdown_celsius",
      "temperature_shutdown_celsius", "graphics_clock_max_mhz", "sm_clock_max_mhz",
      "memory_clock_max_mhz", "video_clock_max_mhz", "pcie_generation_max", "pcie_width_max",
      "persistence", "ecc_enabled", "mig_enabled",
    ]
    /// By how much a figure may differ between two readings of one second.
    private static let moving: [(key: String, by: Double)] = [
      ("utilization_percent", 100), ("memory_used_bytes", 2e9), ("temperature_celsius", 5),
      ("memory_temperature_celsius", 5), ("fan_percent", 20), ("power_watts", 400),
      ("sm_clock_mhz", 2500), ("memory_clock_mhz", 15_000),
    ]
    /// nvidia-smi's own names for some of them, and the divisor to its units.
    private static let command: [(key: String, name: String, divisor: Double, by: Double)] = [
      ("memory_total_bytes", "memory.total", 1_048_576, 1),
      ("power_limit_watts", "enforced.power.limit", 1, 0.01),
      ("sm_clock_max_mhz", "clocks.max.sm", 1, 0),
      ("temperature_celsius", "temperature.gpu", 1, 5),
      ("memory_used_bytes", "memory.used", 1_048_576, 2000),
    ]

    @Test func theSameFiguresAsNvidiasOwnPrograms() async throws {
      let sandbox = try Sandbox()
      let python = try await IndependentReading.pythonWithPackages()
      let names = ["uuid", "name"] + Self.command.map(\.name)
      async let theirs = sandbox.program(python, [IndependentReading.program("gpus.py")])
      async let rows = sandbox.program(
        "/usr/bin/env",
        [
          "nvidia-smi", "--query-gpu=" + names.joined(separator: ","),
          "--format=csv,noheader,nounits",
        ])
      async let own = sandbox.atelier("gpu", "--json")
      let ours = try #require(try await own.object()["devices"] as? [[String: Any]])
      let nvml = try #require(try await theirs.object()["nvml"] as? [[String: Any]])
      let smi = try await rows.output.split(separator: "\n").map { row in
        row.components(separatedBy: ", ")
      }
      try #require(!ours.isEmpty && ours.count == nvml.count && ours.count == smi.count)
      for (index, device) in ours.enumerated() {
        for key in Self.fixed {
          #expect(
            GPUAgreement.value(device[key]) == GPUAgreement.value(nvml[index][key]), "\(key)")
        }
        for (key, by) in Self.moving {
          expectNear(device[key], nvml[index][key], by: by, "\(key) of nvidia-ml-py")
        }
        #expect(device["uuid"] as? String == smi[index][0])
        #expect(device["name"] as? String == smi[index][1])
        for (place, figure) in Self.command.enumerated() {
          let ours = (device[figure.key] as? NSNumber).map { $0.doubleValue / figure.divisor }
          let theirs = Double(smi[index][2 + place])
          expectNear(ours, theirs, by: figure.by, "\(figure.name) of nvidia-smi")
        }
      }
    }

    /// Both are unknown, or near to each other.
    private func expectNear(_ ours: Any?, _ theirs: Any?, by: Double, _ what: String) {
      switch ((ours as? NSNumber)?.doubleValue, (theirs as? NSNumber)?.doubleValue) {
      case (nil, nil): break
      case (let ours?, let theirs?): #expect(abs(ours - theirs) <= by, "\(what)")
      case (let ours, let theirs):
        Issue.record("\(what): \(String(describing: ours)), \(String(describing: theirs))")
      }
    }
  }
}
