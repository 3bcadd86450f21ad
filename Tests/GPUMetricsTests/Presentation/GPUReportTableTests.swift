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

  @Test func whoUsesAGPUAndWhatIsWrongWithItStandBelow() {
    var device = GPUDevice(index: 3)
    device.name = "A100"
    device.clockReasons = [.idle, .powerCap]
    device.stuck = GPUStuckCall(figure: "Power draw", seconds: 12.4)
    device.events = [GPUEvent(xid: 48, time: 1)]
    let part = GPUInstanceID(gpuInstance: 7, computeInstance: 0)
    device.instances = [
      GPUInstance(
        id: part, uuid: "MIG-1", name: "1g.10gb", memoryUsedBytes: 1 << 30,
        memoryTotalBytes: 10 << 30)
    ]
    device.instances[0].utilizationPercent = 41.6
    device.processes = [
      GPUProcess(
        pid: 42, kinds: [.compute], memoryBytes: 3 << 30, smPercent: 84, name: "python"),
      GPUProcess(pid: 43, kinds: [.graphics, .compute], instance: part),
    ]
    let report = GPUReport(source: .nvml, devices: [device], origin: .simulated("a drawing"))
    #expect(
      report.table() == """
        GPU figures from NVML, driver n/a, CUDA n/a
        These are not figures of this moment: simulated: a drawing.

        GPU  NAME  UTIL  MEMORY  TEMP  POWER  SM CLOCK  FAN
        3    A100  n/a   n/a     n/a   n/a    n/a       n/a
        GPU 3: the driver has not answered for 12 s (Power draw): the figures are the last known.
        GPU 3: clocks are held down by the power limit.
        GPU 3: Memory had an error that could not be corrected (Xid 48): the GPU must be reset or \
        the machine rebooted.

        Parts of split GPUs (MIG)
        GPU  GI  CI  UTIL  MEMORY          NAME     UUID
        3    7   0   42 %  1.0 / 10.0 GiB  1g.10gb  MIG-1

        GPU  PID  KIND              SM    MEMORY   PROCESS
        3    42   compute           84 %  3.0 GiB  python
        3/7  43   compute+graphics  n/a   n/a      n/a
        """)
  }
}
