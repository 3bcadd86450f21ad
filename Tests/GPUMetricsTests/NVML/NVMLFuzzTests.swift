import TestSupport
import Testing

@testable import GPUMetrics

/// Drivers that answer anything: nothing traps, and no figure is told that cannot be true.
@Suite struct NVMLFuzzTests {
  private static let numbers = [
    "0", "1", "7", "99", "100", "101", "200", "255", "65535", "2147483647", "2147483648",
    "4294967294", "4294967295", "4294967296", "9223372036854775807", "9223372036854775808",
    "18446744073709551614", "18446744073709551615", "error 2", "error 3", "error 4", "error 6",
    "error 7", "error 999", "error -1", "error 2147483647", "saw 0 18446744073709551615 50",
  ]
  private static let functions = [
    "nvmlDeviceGetName", "nvmlDeviceGetFieldValues", "nvmlDeviceGetSamples",
    "nvmlDeviceGetComputeRunningProcesses_v3", "nvmlDeviceGetProcessUtilization",
    "nvmlDeviceGetMemoryInfo_v2", "nvmlDeviceGetMigMode", "nvmlDeviceGetMigDeviceHandleByIndex",
    "nvmlDeviceGetMaxMigDeviceCount", "nvmlGpmMigSampleGet", "nvmlGpmMetricsGet",
    "nvmlSystemGetProcessName", "nvmlEventSetWait_v2", "nvmlDeviceGetHandleByIndex_v2",
  ]

  private func device(_ index: Int, _ generator: inout SeededGenerator) -> FakeGPU {
    var device = FakeGPU.complete(index)
    for key in device.values.keys.sorted() where !["name", "uuid", "bus"].contains(key) {
      guard Int.random(in: 0..<3, using: &generator) == 0 else { continue }
      device.values[key] = Self.numbers.randomElement(using: &generator)
    }
    device.processes = (0..<Int.random(in: 0..<6, using: &generator)).map { _ in
      FakeGPUProcess(
        [1, 42, .max, 0, -1].randomElement(using: &generator) ?? 1,
        memory: [nil, 0, .max - 1, 1 << 30].randomElement(using: &generator) ?? nil,
        kinds: ["compute", "graphics", "mps", "compute+graphics"]
          .randomElement(using: &generator) ?? "mps",
        utilization: ["sm": number(&generator), "mem": number(&generator)],
        words: ["age_ms=\(Int.random(in: -5000...5000, using: &generator))"])
    }
    guard Bool.random(using: &generator) else { return device }
    return device.cut(
      into: (0..<Int.random(in: 0..<4, using: &generator)).map { place in
        var part = FakeGPUInstance.small(place, of: index)
        for key in ["gi", "ci", "total", "used"] where Bool.random(using: &generator) {
          part.values[key] = Self.numbers.randomElement(using: &generator)
        }
        part.lines = [1, 2, 10].map { "gpm=\($0) \(number(&generator))" }
        return part
      })
  }

  private func number(_ generator: inout SeededGenerator) -> String {
    Self.numbers.prefix(18).randomElement(using: &generator) ?? "0"
  }

  @Test(arguments: 1...4) func nothingTrapsAndNothingUntrueIsTold(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let fake = try await FakeNVML([.complete(0)])
    let time = TestTime()
    let source = NVMLSource.patient(fake, now: { time.now })
    var history = GPUHistory()
    var known = 0
    for round in 1...40 {
      time.pass(seconds: Double.random(in: 0...2, using: &generator))
      let rules = Self.functions.filter { _ in Int.random(in: 0..<8, using: &generator) == 0 }
        .map { "answer=\($0) \([2, 3, 6, 7, 13, 25, 999].randomElement(using: &generator) ?? 3)" }
      let count = Int.random(in: 0..<4, using: &generator)
      try fake.script(
        (0..<count).map { device($0, &generator) },
        system: [
          "record": ["16", "24", "32"].randomElement(using: &generator) ?? "24",
          "cuda": ["0", "13000", "2147483647", "-1"].randomElement(using: &generator) ?? "0",
          "reload": "\(round / 10)", "seed": "\(seed)",
        ], rules: rules)
      let report = await source.sample()
      history.append(report)
      known += expectTrue(report)
      #expect(try !report.json().isEmpty)
      #expect(!report.table().isEmpty)
    }
    // The driver was not silent all the time.
    #expect(known > 200)
    await source.close()
  }

  /// How many figures were known.
  private func expectTrue(_ report: GPUReport) -> Int {
    var known = 0
    for device in report.devices {
      for metric in GPUMetric.allCases {
        guard let value = device[metric].value else { continue }
        known += 1
        #expect(metric.range.contains(value), "\(metric): \(value)")
      }
      for sample in device.samples {
        #expect(sample.metric.range.contains(sample.value), "\(sample)")
      }
      for process in device.processes {
        #expect(process.pid > 0)
        let percents = [process.smPercent, process.memoryPercent, process.encoderPercent]
        #expect(percents.allSatisfy { (0...100).contains($0 ?? 0) })
      }
      for part in device.instances {
        #expect((0...100).contains(part.utilizationPercent ?? 0))
        #expect((part.memoryUsedBytes ?? 0) <= (part.memoryTotalBytes ?? .max))
      }
    }
    return known
  }
}
