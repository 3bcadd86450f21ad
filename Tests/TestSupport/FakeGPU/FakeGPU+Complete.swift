extension FakeGPU {
  /// A device that answers every call there is, with figures that differ by index.
  public static func complete(_ index: Int) -> FakeGPU {
    healthy(index).with([
      "serial": "13200000\(100 + index)", "minor": "\(index)",
      "encoder": "\(1 + index)", "decoder": "\(2 + index)", "jpeg": "0", "ofa": "0",
      "memory_temperature": "\(60 + index)", "shutdown": "95", "slowdown": "92",
      "memory_max": "105", "gpu_max": "87", "margin": "\(35 - index)",
      "tlimit_shutdown": "-8", "tlimit_slowdown": "-5", "tlimit_memory": "0", "tlimit_gpu": "0",
      "fans": "2", "fan_rpm": "\(1800 + index)",
      "power_instant": "\(310_000 + index)", "management_limit": "700000",
      "energy": "\(5_000_000 + index)",
      "graphics": "\(1510 + index)", "memory_clock": "2619", "video_clock": "\(1200 + index)",
      "max_graphics": "1980", "max_sm": "1980", "max_memory_clock": "2619",
      "max_video_clock": "1545", "pstate": "\(index % 9)", "reasons": "0x4",
      "pcie_tx": "\(150_000 + index)", "pcie_rx": "\(250_000 + index)",
      "pcie_generation": "4", "pcie_width": "8",
      "pcie_max_generation": "5", "pcie_max_width": "16",
      "pcie_bytes_tx": "1000000000", "pcie_bytes_rx": "2000000000",
      "ecc": "1", "ecc_corrected": "\(3 + index)", "ecc_uncorrected": "\(index % 2)",
      "ecc_corrected_total": "\(30 + index)", "ecc_uncorrected_total": "\(1 + index)",
      "remapped_corrected": "1", "remapped_uncorrected": "0", "remapped_pending": "\(index % 2)",
      "remapped_failure": "0", "persistence": "1", "mig": "0", "ring_ms": "20",
    ])
  }
}
