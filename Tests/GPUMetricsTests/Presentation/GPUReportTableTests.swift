import GPUMetrics
import Testing

@Suite struct GPUReportTableTests {
  @Test func figuresStandInColumnsAndUnknownOnesAreSaid() {
    var first = GPUDevice(index: 0)
    first.name = "H100"
    first.utilizationPercent = 42
    first.memoryUsedBytes = 12 << 30
    first.memoryTotalBytes = 80 << 30
    first.temperatureCelsius = 54
    first.powerWatts = 312.4
    first.powerLimitWatts = 700
    first.smClockMegahertz = 1980
    var second = GPUDevice(index: 1)
    second.fault = "The GPU is lost."
    let report = GPUReport(source: .nvml, driver: "580.82.07", devices: [first, second])
    #expect(
      report.table() == """
        GPU figures from NVML, driver 580.82.07, CUDA n/a

        GPU  NAME  UTIL  MEMORY           TEMP   POWER        SM CLOCK  FAN
        0    H100  42 %  12.0 / 80.0 GiB  54 °C  312 / 700 W  1980 MHz  n/a
        1    n/a   n/a   n/a              n/a    n/a          n/a       n/a
        GPU 1: The GPU is lost.
        """)
  }

  @Test func withoutAGPUTheReasonIsAll() {
    let report = GPUReport(source: .none, reason: "No driver. Install it.")
    #expect(report.table() == "No GPU figures\nNo driver. Install it.")
  }
}
