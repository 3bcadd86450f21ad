import Console
import GPUMetrics
import TerminalCore

@testable import SessionEngine

extension ConsoleHarness {
  /// When the GPUs are first looked at, in seconds since 1970: 22:13:20.
  static let gpuStart = 1_700_000_000.0

  /// So many GPUs for so many seconds; each has three processes, the first also a run's.
  mutating func lookAt(gpus count: Int, seconds: Int = 400, from start: Int = 0) {
    for second in stride(from: start, through: start + seconds, by: 4) {
      let time = Self.gpuStart + Double(second)
      take(.gpu(GPUReport(source: .nvml, devices: Self.devices(count, at: time), time: time)))
    }
    let time = Self.gpuStart + Double(start + seconds)
    let devices = Self.devices(count, at: time)
    take(
      .engine(
        .gpu(
          GPUOwnership(
            time: time,
            devices: devices.map {
              GPUOwnership.Device(
                $0,
                ProcessOwners(findings: [
                  1: .init(owner: .run(RunID(10)), scope: nil), 2: .init(owner: .other, scope: nil),
                ]), runs: [])
            }, marks: []))))
  }

  static func devices(_ count: Int, at time: Double) -> [GPUDevice] {
    (0..<count).map { index in
      var device = GPUDevice(index: index)
      device.time = time
      device.name = "Test GPU"
      device.utilizationPercent = (index * 7 + Int(time)) % 100
      device.temperatureCelsius = 50
      device.memoryTotalBytes = 80 << 30
      device.memoryUsedBytes = 20 << 30
      device.processes = [
        GPUProcess(
          pid: 1, kinds: [.compute], memoryBytes: 3 << 30, smPercent: 10, name: "python"),
        GPUProcess(
          pid: 2, kinds: [.compute], memoryBytes: 1 << 30, smPercent: 60, name: "jax"),
        GPUProcess(pid: 3, kinds: [.graphics], name: "Xorg"),
      ]
      return device
    }
  }
}
