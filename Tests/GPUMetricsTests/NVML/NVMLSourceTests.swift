import TestSupport
import Testing

@testable import GPUMetrics

@Suite struct NVMLSourceTests {

  private func source(_ fake: FakeNVML) -> NVMLSource {
    .patient(fake)
  }

  @Test(arguments: [1, 8, 16])
  func readsEveryFigureOfEveryDevice(count: Int) async throws {
    let fake = try await FakeNVML((0..<count).map(FakeGPU.healthy))
    let report = await source(fake).sample()
    #expect(report.source == .nvml)
    #expect(report.reason == nil)
    #expect(report.driver == "580.82.07")
    #expect(report.cuda == "13.0")
    #expect(report.devices.map(\.index) == Array(0..<count))
    let last = try #require(report.devices.last)
    let index = count - 1
    #expect(last.name == "Fake GPU of the tests \(index)")
    #expect(last.uuid?.hasPrefix("GPU-00000000") == true)
    #expect(last.pciBusID?.hasSuffix(":00.0") == true)
    #expect(last.computeCapability == CUDAComputeCapability(major: 9, minor: 0))
    #expect(last.utilizationPercent == 40 + index)
    #expect(last.memoryTotalBytes == 80 << 30)
    #expect(last.memoryUsedBytes == UInt64(index + 1) << 30)
    #expect(last.memoryReservedBytes == 1 << 30)
    #expect(last.temperatureCelsius == 50 + index)
    #expect(last.powerWatts == Double(300_500 + index) / 1000)
    #expect(last.powerLimitWatts == 700)
    #expect(last.smClockMegahertz == 1500 + index)
    #expect(last.fanPercent == 30 + index)
    #expect(last.fault == nil)
  }

  @Test func unsupportedFiguresAreUnknownAndNoFault() async throws {
    let fake = try await FakeNVML([
      FakeGPU.healthy(0).without("gpu", "fan", "limit", "temperature", "sm", "total")
    ])
    let device = try #require(await source(fake).sample().devices.first)
    #expect(device.utilizationPercent == nil)
    #expect(device.fanPercent == nil)
    #expect(device.powerLimitWatts == nil)
    #expect(device.temperatureCelsius == nil)
    #expect(device.smClockMegahertz == nil)
    #expect(device.memoryTotalBytes == nil)
    #expect(device.powerWatts == 300.5)
    #expect(device.fault == nil)
  }

  @Test(arguments: [
    "nvmlDeviceGetName", "nvmlDeviceGetUUID", "nvmlDeviceGetPciInfo_v3",
    "nvmlDeviceGetUtilizationRates", "nvmlDeviceGetTemperature", "nvmlDeviceGetClockInfo",
    "nvmlDeviceGetFanSpeed", "nvmlDeviceGetPowerUsage", "nvmlSystemGetDriverVersion",
    "nvmlSystemGetCudaDriverVersion", "nvmlDeviceGetCudaComputeCapability",
  ])
  func missingOptionalFunctionTakesOnlyItsFigure(function: String) async throws {
    let complete = try await FakeNVML([.healthy(0)])
    let whole = await source(complete).sample()
    let fake = try await FakeNVML([.healthy(0)], missing: [function])
    let report = await source(fake).sample()
    #expect(whole.devices.count == 1)
    #expect(report.source == .nvml)
    #expect(report != whole)
    let device = try #require(report.devices.first)
    #expect(device.fault == nil)
    #expect(device.memoryUsedBytes == 1 << 30)
  }

  @Test(arguments: [
    "nvmlInit_v2", "nvmlShutdown", "nvmlDeviceGetCount_v2", "nvmlDeviceGetHandleByIndex_v2",
  ])
  func missingRequiredFunctionIsSaid(function: String) async throws {
    let fake = try await FakeNVML([.healthy(0)], missing: [function])
    let report = await source(fake).sample()
    #expect(report.source == .none)
    #expect(report.reason?.contains(function) == true)
    #expect(report.reason?.contains(fake.libraryPath) == true)
  }

  @Test func olderMemoryCallServesWhereTheNewerIsMissing() async throws {
    let fake = try await FakeNVML([.healthy(0)], missing: ["nvmlDeviceGetMemoryInfo_v2"])
    let device = try #require(await source(fake).sample().devices.first)
    #expect(device.memoryTotalBytes == 80 << 30)
    // The older call counts what the driver reserves as used.
    #expect(device.memoryUsedBytes == 2 << 30)
    #expect(device.memoryReservedBytes == nil)
  }

  @Test(arguments: [
    ["total": "0", "used": "0"], ["gpu": "101"], ["temperature": "4294967295"],
    ["power": "4294967295"], ["used": "\(81 << 30)"], ["sm": "4294967295"], ["fan": "65535"],
  ])
  func figureOutOfItsRangeIsUnknown(values: [String: String]) async throws {
    let fake = try await FakeNVML([FakeGPU.healthy(0).with(values)])
    let device = try #require(await source(fake).sample().devices.first)
    let figures: [String: Bool] = [
      "total": device.memoryTotalBytes == nil, "gpu": device.utilizationPercent == nil,
      "temperature": device.temperatureCelsius == nil, "power": device.powerWatts == nil,
      "used": device.memoryUsedBytes == nil, "sm": device.smClockMegahertz == nil,
      "fan": device.fanPercent == nil,
    ]
    for name in figures.keys {
      #expect(figures[name] == (values[name] != nil), "\(name)")
    }
  }

  @Test func lostDeviceSaysSoAndTheOthersGoOnAndItComesBack() async throws {
    let lost = FakeGPU.healthy(1).with(["lost": "1"])
    let fake = try await FakeNVML([.healthy(0), lost, .healthy(2)])
    let source = source(fake)
    let report = await source.sample()
    #expect(report.devices.map { $0.fault == nil } == [true, false, true])
    #expect(report.devices[1].fault?.contains("lost") == true)
    #expect(report.devices[1].utilizationPercent == nil)
    #expect(report.devices[2].utilizationPercent == 42)

    try fake.script([.healthy(0), .healthy(1), .healthy(2)])
    let later = await source.sample()
    #expect(later.devices[1].fault == nil)
    #expect(later.devices[1].name == "Fake GPU of the tests 1")
  }

  @Test(arguments: ["4": "permission", "8": "power cables", "11": "interrupt", "15": "lost"])
  func refusedHandleIsAFaultOfThatDevice(code: String, says: String) async throws {
    let fake = try await FakeNVML([FakeGPU.healthy(0).with(["handle": code]), .healthy(1)])
    let report = await source(fake).sample()
    #expect(report.devices[0].fault?.contains(says) == true)
    #expect(report.devices[1].utilizationPercent == 41)
  }

  @Test func deviceThatRefusesEveryFigureSaysWhy() async throws {
    let refusal = Dictionary(
      uniqueKeysWithValues: ["gpu", "total", "used", "temperature", "power", "limit", "sm", "fan"]
        .map { ($0, "error 4") })
    let fake = try await FakeNVML([FakeGPU.healthy(0).with(refusal)])
    let device = try #require(await source(fake).sample().devices.first)
    #expect(device.fault?.contains("permission") == true)
    #expect(device.name != nil)
  }

  @Test(arguments: [
    (9, "not loaded", "modprobe"), (18, "different versions", "Reboot"),
    (4, "may not use", "/dev/nvidia"), (999, "unknown error", "dmesg"), (17, "code 17", "shell"),
  ])
  func failedInitialisationNamesTheRemedy(code: Int, says: String, remedy: String) async throws {
    let fake = try await FakeNVML([.healthy(0)], system: ["init": "\(code)"])
    let report = await source(fake).sample()
    #expect(report.source == .none)
    #expect(report.devices.isEmpty)
    #expect(report.reason?.contains(says) == true)
    #expect(report.reason?.contains(remedy) == true)
  }

  @Test func driverThatGoesAwayIsToldAndFoundAgain() async throws {
    let fake = try await FakeNVML([.healthy(0)])
    let source = source(fake)
    #expect(await source.sample().source == .nvml)
    try fake.script([.healthy(0)], system: ["count": "9"])
    let gone = await source.sample()
    #expect(gone.source == .none)
    #expect(gone.reason?.contains("not loaded") == true)
    try fake.script([.healthy(0)])
    #expect(await source.sample().devices.count == 1)
  }

  @Test func driverWithoutDevicesSaysSo() async throws {
    let fake = try await FakeNVML()
    let report = await source(fake).sample()
    #expect(report.source == .nvml)
    #expect(report.devices.isEmpty)
    #expect(report.reason?.contains("lists no GPU") == true)
  }

  @Test func aCallThatHangsHoldsUpNothingElse() async throws {
    let fake = try await FakeNVML([.healthy(0)], system: ["hang_ms": "1500"])
    let source = source(fake)
    let answered = Answered()
    let sampling = Task {
      let report = await source.sample()
      await answered.set()
      return report
    }
    // More tasks than the pool has threads get their turn while the driver sleeps.
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<64 { group.addTask { await Task.yield() } }
    }
    #expect(await answered.value == false)
    #expect(await sampling.value.devices.first?.utilizationPercent == 40)
  }
}

private actor Answered {
  private(set) var value = false
  func set() { value = true }
}
