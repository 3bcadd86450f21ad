import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// `atelier gpu --json` beside what nvidia-ml-py and gpustat read from the same library.
  @Suite(
    .serialized,
    .enabled(
      "PyPI does not answer: nvidia-ml-py and gpustat cannot be installed.",
      IndependentReading.canHavePackages))
  struct GPUAgreementTests {
    /// What is compared of a device, by key. nvidia-ml-py gives every one of them.
    private static let figures = [
      "index", "name", "uuid", "pci_bus_id", "compute_capability", "utilization_percent",
      "memory_utilization_percent", "encoder_percent", "decoder_percent", "memory_used_bytes",
      "memory_total_bytes", "memory_reserved_bytes", "memory_free_bytes", "temperature_celsius",
      "memory_temperature_celsius", "temperature_slowdown_celsius",
      "temperature_shutdown_celsius", "temperature_margin_celsius", "fan_percent", "power_watts",
      "power_instant_watts", "power_limit_watts", "energy_joules", "graphics_clock_mhz",
      "sm_clock_mhz", "memory_clock_mhz", "video_clock_mhz", "graphics_clock_max_mhz",
      "sm_clock_max_mhz", "memory_clock_max_mhz", "video_clock_max_mhz", "performance_state",
      "pcie_generation", "pcie_generation_max", "pcie_width", "pcie_width_max",
      "ecc_corrected_errors", "ecc_uncorrected_errors", "remapped_rows_pending",
      "remapped_rows_failure", "persistence", "ecc_enabled", "mig_enabled",
    ]
    private static let ofProcesses = ["pid", "kinds", "memory_bytes", "gpu_instance"]
    private static let ofInstances = [
      "gpu_instance", "compute_instance", "uuid", "name", "memory_used_bytes",
      "memory_total_bytes",
    ]
    /// What gpustat gives of them, and what it gives in coarser units: its key, ours, the divisor.
    private static let ofGPUStat = [
      "index", "name", "uuid", "utilization_percent", "temperature_celsius", "fan_percent",
      "encoder_percent", "decoder_percent",
    ]
    private static let coarse = [
      ("whole_power_watts", "power_watts", 1.0),
      ("whole_power_limit_watts", "power_limit_watts", 1),
      ("memory_used_mebibytes", "memory_used_bytes", 1_048_576),
      ("memory_total_mebibytes", "memory_total_bytes", 1_048_576),
    ]

    @Test(arguments: [1, 8, 16], GPUAgreement.Layout.allCases)
    func everyReaderTellsTheSame(devices: Int, layout: GPUAgreement.Layout) async throws {
      let agreement = try await GPUAgreement(devices: devices, isCut: false, layout: layout)
      try compare(agreement, devices: devices, layout: layout)
    }

    @Test(arguments: [1, 8, 16], GPUAgreement.Layout.allCases)
    func everyReaderTellsTheSameOfCutDevices(
      devices: Int, layout: GPUAgreement.Layout
    ) async throws {
      let agreement = try await GPUAgreement(devices: devices, isCut: true, layout: layout)
      try compare(agreement, devices: devices, layout: layout)
      // NVML tells no utilisation of a GPU that is cut into instances.
      #expect(agreement.atelier.allSatisfy { $0["utilization_percent"] is NSNull })
    }

    private func compare(
      _ agreement: GPUAgreement, devices: Int, layout: GPUAgreement.Layout
    ) throws {
      try #require(agreement.atelier.count == devices)
      try #require(agreement.nvml.count == devices)
      try #require([nil, devices].contains(agreement.gpustat?.count))
      #expect(agreement.atelier[0]["power_watts"] is NSNumber, "nothing was read at all")
      for (ours, theirs) in zip(agreement.atelier, agreement.nvml) {
        for key in Self.figures { expectSame(ours[key], theirs[key], "\(key) of nvidia-ml-py") }
        for (list, keys) in [("processes", Self.ofProcesses), ("instances", Self.ofInstances)] {
          expectSame(
            GPUAgreement.rows(ours[list], keys), GPUAgreement.rows(theirs[list], keys),
            "\(list) of nvidia-ml-py")
        }
      }
      for (ours, theirs) in zip(agreement.atelier, agreement.gpustat ?? []) {
        for key in Self.ofGPUStat { expectSame(ours[key], theirs[key], "\(key) of gpustat") }
        for (key, ourKey, divisor) in Self.coarse {
          let value = (ours[ourKey] as? NSNumber).map { ($0.doubleValue / divisor).rounded(.down) }
          expectSame(value, theirs[key], "\(key) of gpustat")
        }
        guard layout.isReadByGPUStat else { continue }
        expectSame(
          GPUAgreement.rowsOfGPUStat(ours["processes"]),
          GPUAgreement.rows(theirs["processes"], ["pid", "memory_used_mebibytes"]),
          "processes of gpustat")
      }
    }

    private func expectSame(_ ours: Any?, _ theirs: Any?, _ what: String) {
      let (ours, theirs) = (GPUAgreement.value(ours), GPUAgreement.value(theirs))
      #expect(ours == theirs, "\(what): \(ours) here, \(theirs) there")
    }
  }
}
