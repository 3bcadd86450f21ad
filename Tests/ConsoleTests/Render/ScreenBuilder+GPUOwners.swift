import Console
import GPUMetrics
import TerminalCore

@testable import SessionEngine

extension ScreenBuilder {
  /// The first device has both runs of the batch, a stranger's process and one that nobody sees;
  /// the pane has the whole screen.
  mutating func shareGPU() {
    run(toEpoch: 2)
    var device = GPUDevice(index: 0)
    device.name = "NVIDIA H100 80GB HBM3"
    device.processes = [
      GPUProcess(pid: 21, kinds: [.compute], memoryBytes: 3 << 30, smPercent: 64),
      GPUProcess(pid: 22, kinds: [.compute], memoryBytes: 1 << 30, smPercent: 20),
      GPUProcess(pid: 23, kinds: [.compute], memoryBytes: 700 << 20, name: "python"),
      GPUProcess(pid: 24, kinds: [.compute], memoryBytes: 200 << 20),
    ]
    let owners = ProcessOwners(findings: [
      21: .init(owner: .run(RunID(2)), scope: nil), 22: .init(owner: .run(RunID(1)), scope: nil),
      23: .init(
        owner: .other,
        scope: ProcessScope(kind: .docker, name: String(repeating: "3f2a9c81", count: 8))),
    ])
    for second in 1...30 {
      device.time = 100 + Double(second)
      device.utilizationPercent = 40 + second
      take(.gpu(GPUReport(source: .nvml, devices: [device], time: device.time)))
    }
    let kinds: [(Double, Int, GPUMark.Kind)] = [
      (101, 3, .failed), (104, 1, .began), (110, 2, .epoch(1)), (118, 2, .epoch(2)),
      (125, 1, .failed), (10, 1, .began),
    ]
    take(
      .engine(
        .gpu(
          GPUOwnership(
            time: 130, devices: [GPUOwnership.Device(device, owners, runs: [])],
            marks: kinds.map { GPUMark(time: $0, run: RunID($1), kind: $2) }))))
    press("3z")
  }
}
