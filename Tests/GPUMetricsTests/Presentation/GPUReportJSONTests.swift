import GPUMetrics
import Testing

@Suite struct GPUReportJSONTests {
  @Test func unknownValuesAreNull() throws {
    let report = GPUReport(source: .nvidiaSMI, reason: "why", devices: [GPUDevice(index: 2)])
    #expect(
      try report.json() == """
        {
          "cuda" : null,
          "devices" : [
            {
              "compute_capability" : null,
              "fan_percent" : null,
              "fault" : null,
              "index" : 2,
              "memory_reserved_bytes" : null,
              "memory_total_bytes" : null,
              "memory_used_bytes" : null,
              "name" : null,
              "pci_bus_id" : null,
              "power_limit_watts" : null,
              "power_watts" : null,
              "sm_clock_mhz" : null,
              "temperature_celsius" : null,
              "utilization_percent" : null,
              "uuid" : null
            }
          ],
          "driver" : null,
          "reason" : "why",
          "source" : "nvidia-smi"
        }
        """)
  }

  @Test func knownValuesAreThere() throws {
    var device = GPUDevice(index: 0)
    device.utilizationPercent = 42
    device.powerWatts = 77.71
    device.memoryTotalBytes = 80 << 30
    let json = try GPUReport(source: .nvml, cuda: "13.0", devices: [device]).json()
    #expect(json.contains("\"utilization_percent\" : 42"))
    #expect(json.contains("\"power_watts\" : 77.71"))
    #expect(json.contains("\"memory_total_bytes\" : 85899345920"))
    #expect(json.contains("\"reason\" : null"))
  }

  @Test func noDeviceIsAnEmptyList() throws {
    let json = try GPUReport(source: .none, reason: "no driver").json()
    #expect(json.contains("\"devices\" : ["))
    #expect(json.contains("\"source\" : \"none\""))
  }
}
