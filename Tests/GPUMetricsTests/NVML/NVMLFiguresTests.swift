import TestSupport
import Testing

@testable import GPUMetrics

@Suite struct NVMLFiguresTests {
  private func source(_ fake: FakeNVML) -> NVMLSource { .patient(fake) }

  @Test func everyFigureOfACompleteDeviceIsKnownInTheSecondRound() async throws {
    let fake = try await FakeNVML([.complete(0), .complete(1)])
    let source = source(fake)
    _ = await source.sample()
    let device = try await source.device(1)
    for metric in GPUMetric.allCases { #expect(device[metric].state == .known, "\(metric)") }
    let expected: [GPUMetric: Double] = [
      .utilization: 41, .memoryUtilization: 21, .encoder: 2, .decoder: 3,
      .memoryTotal: Double(80 << 30), .memoryUsed: Double(2 << 30),
      .memoryReserved: Double(1 << 30), .memoryFree: Double(77 << 30),
      .temperature: 51, .memoryTemperature: 61, .temperatureSlowdown: 92,
      .temperatureShutdown: 95, .temperatureMargin: 34, .fan: 31, .power: 300.501,
      .powerInstant: 310.001, .powerLimit: 700, .graphicsClock: 1511, .smClock: 1501,
      .memoryClock: 2619, .videoClock: 1201, .graphicsClockMax: 1980, .smClockMax: 1980,
      .memoryClockMax: 2619, .videoClockMax: 1545, .performanceState: 1, .pcieGeneration: 4,
      .pcieGenerationMax: 5, .pcieWidth: 8, .pcieWidthMax: 16, .eccCorrected: 4,
      .eccUncorrected: 1, .remappedRowsPending: 1, .remappedRowsFailure: 0,
    ]
    for (metric, value) in expected { #expect(device[metric].value == value, "\(metric)") }
    #expect(device.clockReasons == [.powerCap])
    #expect(device.persistence == true)
    #expect(device.eccEnabled == true)
    #expect(device.migEnabled == false)
    #expect(device.fault == nil)
    #expect(device.stuck == nil)
  }

  @Test func bytesOverTheBusAreTheCountersDifferenceOverItsTime() async throws {
    let fake = try await FakeNVML(
      [.complete(0)], system: ["time_ms": "1000", "start_us": "1700000000000000"])
    let source = source(fake)
    #expect(try await source.device(0)[.pcieReceive].state == .unknown)
    try fake.script(
      [.complete(0)], system: ["time_ms": "3000", "start_us": "1700000000000000"])
    let device = try await source.device(0)
    #expect(device[.pcieReceive].value == 250_000_000)
    #expect(device[.pcieTransmit].value == 150_000_000)
  }

  @Test func theBlockingCallServesWhereThereAreNoCounters() async throws {
    let device = FakeGPU.complete(0).without("pcie_bytes_tx", "pcie_bytes_rx")
    let fake = try await FakeNVML([device])
    let source = source(fake)
    try await waitUntil("the slow figures are there") {
      try await source.device(0)[.pcieTransmit].state == .known
    }
    let read = try await source.device(0)
    #expect(read[.pcieReceive].value == 250_000_000)
    #expect(read[.pcieTransmit].value == 150_000_000)
  }

  @Test func theBlockingCallIsLeftAloneWhereThereAreCounters() async throws {
    let calls = try TemporaryDirectory()
    let path = calls.url.appending(path: "calls").path(percentEncoded: false)
    let fake = try await FakeNVML([.complete(0)], system: ["calls": path])
    let source = source(fake)
    for _ in 1...3 { _ = await source.sample() }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("nvmlDeviceGetFieldValues"))
    #expect(!text.contains("nvmlDeviceGetPcieThroughput"))
  }

  @Test func whatDoesNotChangeIsAskedOnceAndWhatIsMissingIsLeftAlone() async throws {
    let calls = try TemporaryDirectory()
    let path = calls.url.appending(path: "calls").path(percentEncoded: false)
    let fake = try await FakeNVML(
      [FakeGPU.complete(0).without("fan")], system: ["calls": path])
    let source = source(fake)
    for _ in 1...3 { _ = await source.sample() }
    let counts = Dictionary(
      grouping: try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n"),
      by: { String($0.prefix { $0 != " " }) }
    ).mapValues(\.count)
    for function in [
      "nvmlDeviceGetName", "nvmlDeviceGetUUID", "nvmlDeviceGetPciInfo_v3",
      "nvmlDeviceGetHandleByIndex_v2", "nvmlDeviceGetFanSpeed",
      "nvmlDeviceGetMaxPcieLinkWidth",
    ] {
      #expect(counts[function] == 1, "\(function)")
    }
    #expect(counts["nvmlDeviceGetMaxClockInfo"] == 4)
    #expect(counts["nvmlDeviceGetUtilizationRates"] == 3)
    let device = try await source.device(0)
    #expect(device[.fan].state == .unsupported)
    #expect(device[.smClockMax].value == 1980)
    #expect(device[.smClockMax].time == device.time)
  }

  @Test(arguments: [
    ("3", GPUReadingState.unsupported), ("4", .noPermission), ("13", .unsupported),
    ("25", .unsupported), ("999", .unknown), ("17", .unknown),
  ])
  func theAnswerOfACallIsTheStateOfItsFigure(code: String, state: GPUReadingState) async throws {
    let fake = try await FakeNVML([FakeGPU.complete(0).with(["power": "error \(code)"])])
    let device = try await source(fake).device(0)
    #expect(device[.power].state == state)
    #expect(device[.power].value == nil)
    #expect(device[.temperature].state == .known)
    #expect(device.fault == nil)
  }

  @Test func aFigureThatFailsForAWhileIsAnOldOne() async throws {
    let fake = try await FakeNVML([.complete(0)])
    let source = source(fake)
    let before = try await source.device(0)
    try fake.script([FakeGPU.complete(0).with(["power": "error 999"])])
    let device = try await source.device(0)
    #expect(device[.power].state == .stale)
    #expect(device[.power].value == 300.5)
    #expect(device[.power].time == before[.power].time)
    try fake.script([.complete(0)])
    #expect(try await source.device(0)[.power].state == .known)
  }

  @Test func theDriversOwnRecordGivesFinerPoints() async throws {
    let start = "1700000000000000"
    let device = FakeGPU.complete(0).with(["gpu": "saw 0 100 1000"])
    let fake = try await FakeNVML([device], system: ["time_ms": "1000", "start_us": start])
    let source = NVMLSource.patient(fake, now: { 1_700_000_003 })
    _ = await source.sample()
    try fake.script([device], system: ["time_ms": "2000", "start_us": start])
    let samples = try await source.device(0).samples
    let utilization = samples.filter { $0.metric == .utilization }
    #expect(utilization.count == 10)
    #expect(utilization.allSatisfy { (1_700_000_001...1_700_000_002).contains($0.time) })
    #expect(Set(utilization.map(\.value)).count > 5)
    #expect(samples.contains { $0.metric == .power && $0.value == 300.5 })
    #expect(try await source.device(0).samples.isEmpty)
  }
}
