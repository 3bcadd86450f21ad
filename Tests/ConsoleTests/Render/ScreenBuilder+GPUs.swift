import Console
import GPUMetrics
import TerminalCore

@testable import SessionEngine

extension ScreenBuilder {
  /// So many GPUs for 160 seconds from 22:13:20 on, with both runs of a batch on the first. The
  /// third is lost, the sixth hangs, the seventh is hot, and the eighth full and at its power limit.
  mutating func lookAt(gpus count: Int, from start: Int = 0, origin: GPUOrigin = .live) {
    if start == 0, origin == .live { run(toEpoch: 2) }
    // The rounds before the last are not drawn but as history, which is the same for every size.
    if start == 0, state.gpuHistory.newestTime == nil {
      state.gpuHistory = Self.histories[count] ?? GPUHistory()
    }
    var devices: [GPUDevice] = []
    for second in start + 150..<start + 160 {
      let report = Self.report(count, at: second, origin)
      devices = report.devices
      take(.gpu(report))
    }
    let owners = ProcessOwners(findings: [
      1000: .init(owner: .run(RunID(2)), scope: nil),
      1001: .init(owner: .run(RunID(1)), scope: nil),
      1002: .init(owner: .other, scope: nil), 1003: .init(owner: .run(RunID(2)), scope: nil),
    ])
    let kinds: [(Double, Int, GPUMark.Kind)] = [
      (40, 1, .began), (42, 2, .began), (80, 2, .epoch(1)), (120, 2, .epoch(2)), (140, 1, .failed),
    ]
    take(
      .engine(
        .gpu(
          GPUOwnership(
            time: 1_700_000_000 + Double(start + 160),
            devices: devices.map { GPUOwnership.Device($0, owners, runs: []) },
            marks: kinds.map {
              GPUMark(time: 1_700_000_000 + $0, run: RunID($1), kind: $2)
            }))))
  }

  /// What came before, by the number of GPUs.
  private static let histories: [Int: GPUHistory] = Dictionary(
    uniqueKeysWithValues: [8, 16, 64].map { count in
      var history = GPUHistory()
      for second in stride(from: 0, to: 150, by: 2) {
        history.append(report(count, at: second, .live))
      }
      return (count, history)
    })

  private static func report(_ count: Int, at second: Int, _ origin: GPUOrigin) -> GPUReport {
    let time = 1_700_000_000 + Double(second)
    return GPUReport(
      source: .nvml, driver: "580.82.07", cuda: "13.0",
      devices: (0..<count).map { device($0, at: second, time) }, time: time, origin: origin)
  }

  private static func device(_ index: Int, at second: Int, _ time: Double) -> GPUDevice {
    var device = GPUDevice(index: index)
    // The sixth stopped answering.
    let asked = index == 5 ? min(second, 140) : second
    device.time = time - Double(second - asked)
    device.name = "NVIDIA H100 80GB HBM3"
    device.uuid = "GPU-\(10_000_000 + index)-aaaa-bbbb-cccc-dddddddddddd"
    device.memoryTotalBytes = 85_899_345_920
    device[.temperatureSlowdown] = .known(90, of: .temperatureSlowdown, at: device.time)
    guard index != 2 || second < 110 else {
      device.fault = "The GPU is lost: it fell off the PCI bus. A reboot brings it back."
      for metric in GPUMetric.allCases { device[metric] = .absent(.lost, at: time) }
      return device
    }
    let wave = abs((asked * (3 + index % 4) + index * 17) % 200 - 100)
    device.utilizationPercent = wave
    device.memoryUsedBytes = index == 7 ? 84_900_000_000 : UInt64(5 + index % 9 * 8) << 30
    device.temperatureCelsius = index == 6 ? 87 : 40 + wave / 4
    device.powerLimitWatts = 700
    device.powerWatts = index == 7 ? 698 : 120 + Double(wave * 5)
    device.smClockMegahertz = 1980 - (index == 7 ? 500 : 0)
    device[.smClockMax] = .known(1980, of: .smClockMax, at: device.time)
    device[.pcieReceive] = .known(Double(wave) * 1e8, of: .pcieReceive, at: device.time)
    device[.fan] = .absent(.unsupported, at: device.time)
    device[.eccUncorrected] = .absent(.noPermission, at: device.time)
    device.clockReasons = index == 7 ? [.powerCap] : wave == 0 ? [.idle] : []
    device.clockReasonsState = .known
    device.processes = (0..<(index == 0 ? 5 : 2)).map { number in
      GPUProcess(
        pid: Int32(1000 * (index + 1) + number), kinds: [.compute],
        memoryBytes: number == 4 ? nil : UInt64(number + 1) << 30,
        smPercent: number == 3 ? nil : 10 * number, name: number == 2 ? "jax" : "python")
    }
    if asked < second {
      for metric in GPUMetric.allCases { device[metric] = device[metric].aged }
      device.stuck = GPUStuckCall(figure: "Temperature", seconds: Double(second - asked))
    }
    return device
  }
}
