import Foundation
import TestSupport
import Testing

@testable import GPUMetrics

/// What drivers get wrong: shown right or as unknown.
@Suite struct NVMLFaultTests {
  @Test(arguments: [
    (1, "NVML code 1", "nvidia-smi"), (2, "NVML code 2", "nvidia-smi"),
    (4, "may not use", "/dev/nvidia"), (8, "power cables", "Shut the machine down"),
    (9, "not loaded", "modprobe"), (10, "within its own time", "dmesg"),
    (11, "interrupt", "dmesg"), (12, "missing or cannot be loaded", "Reinstall"),
    (14, "infoROM", "names the GPU"), (15, "fell off", "reboot"),
    (16, "must be reset", "--gpu-reset"), (17, "NVML code 17", "nvidia-smi"),
    (18, "different versions", "Reboot"), (19, "Another program", "Wait"),
    (20, "not enough memory", "End programs"), (23, "out of resources", "End programs"),
    (27, "not ready", "asked again"), (28, "lists no GPU", "lspci"),
    (29, "NVML code 29", "nvidia-smi"), (999, "unknown error", "dmesg"),
  ])
  func everyFailedInitialisationSaysWhatAndTheRemedy(
    code: Int, says: String, remedy: String
  ) async throws {
    let fake = try await FakeNVML([.complete(0)], system: ["init": "\(code)"])
    let source = NVMLSource.patient(fake)
    let report = await source.sample()
    #expect(report.source == .none)
    #expect(report.devices.isEmpty)
    let reason = try #require(report.reason)
    #expect(reason.contains(says), "\(reason)")
    #expect(reason.contains(remedy), "\(reason)")
    #expect(!reason.contains("  ") && reason.hasSuffix("."), "\(reason)")
    // What was wrong may pass.
    try fake.script([.complete(0)])
    #expect(await source.sample().devices.count == 1)
  }

  @Test func aDriverThatIsGoneForAWhileComesBack() async throws {
    let fake = try await FakeNVML([.complete(0)])
    let source = NVMLSource.patient(fake)
    #expect(await source.sample().source == .nvml)
    let gone = ["driver_gone_ms": "0", "driver_back_ms": "9000000000000", "reload": "1"]
    try fake.script([.complete(0)], system: gone)
    for _ in 1...3 {
      let report = await source.sample()
      #expect(report.source == .none)
      #expect(report.reason?.contains("not loaded") == true)
    }
    try fake.script(
      [FakeGPU.complete(0).with(["temperature": "77"])], system: ["reload": "1"])
    #expect(try await source.device(0)[.temperature].value == 77)
  }

  @Test func aDeviceLostForAWhileIsAGapAndComesBackWithFreshFigures() async throws {
    let fake = try await FakeNVML([.complete(0), .complete(1)])
    let time = TestTime()
    let source = NVMLSource.patient(fake, now: { time.now })
    var history = GPUHistory()
    func round() async throws -> GPUDevice {
      time.pass(seconds: 1)
      let report = await source.sample()
      history.append(report)
      return try #require(report.devices.first { $0.index == 1 })
    }
    _ = try await round()
    // Handles got before the loss stay dead.
    let lost = FakeGPU.complete(1).with(["lost_after_ms": "0"])
    try fake.script([.complete(0), lost])
    #expect(try await round().fault?.contains("lost") == true)
    #expect(try await round().fault?.contains("lost") == true)
    try fake.script([.complete(0), lost.with(["back_after_ms": "0", "temperature": "77"])])
    let back = try await round()
    #expect(back.fault == nil)
    #expect(back[.temperature].value == 77)
    #expect(history.values(of: .temperature, device: 1) == [51, nil, nil, 77])
    #expect(history.values(of: .temperature, device: 0) == [50, 50, 50, 50])
  }

  @Test func whatWasKeptOfADeviceStaysWithItWhenAnotherIsRemoved() async throws {
    let devices = (0..<3).map { FakeGPU.complete($0) }
    let fake = try await FakeNVML(devices)
    let source = NVMLSource.patient(fake)
    var history = GPUHistory()
    history.append(await source.sample())
    try fake.script([devices[0], devices[1].with(["removed_after_ms": "0"]), devices[2]])
    try await waitUntil("two are left") {
      let report = await source.sample()
      history.append(report)
      return report.devices.map(\.name).last == "Fake GPU of the tests 2"
        && report.devices.count == 2 && report.devices.allSatisfy { $0.fault == nil }
    }
    let kept = Set(history.values(of: .temperature, device: 1).compactMap(\.self))
    #expect(kept == [52])
    #expect(Set(history.values(of: .temperature, device: 0).compactMap(\.self)) == [50])
  }

  @Test func aListThatIsNeverLongEnoughIsGivenUp() async throws {
    let calls = try TemporaryDirectory()
    let path = calls.url.appending(path: "calls").path(percentEncoded: false)
    let lists = ["Compute", "Graphics", "MPSCompute"].map {
      "answer=nvmlDeviceGet\($0)RunningProcesses_v3 7"
    }
    let fake = try await FakeNVML(
      [FakeGPU.complete(0).running([FakeGPUProcess(7, memory: 1)])], system: ["calls": path],
      rules: lists)
    let source = NVMLSource.patient(fake)
    for _ in 1...3 {
      let device = try await source.device(0)
      #expect(device.processes.isEmpty)
      #expect(device.processesNote?.contains("NVML code 7") == true)
      #expect(device[.power].state == .known)
      #expect(device.fault == nil)
    }
    let asked =
      try String(contentsOfFile: path, encoding: .utf8)
      .components(separatedBy: "nvmlDeviceGetComputeRunningProcesses_v3").count - 1
    #expect(asked <= 3 * 6)
  }

  @Test func countersOf32BitsThatWrapGiveTheTrueRate() async throws {
    let device = FakeGPU.complete(0).with([
      "pcie_counter_bits": "32", "pcie_bytes_tx": "\((1 << 32) - 1000)",
      "pcie_bytes_rx": "\((1 << 32) - 1)",
    ])
    let start = "1700000000000000"
    let fake = try await FakeNVML([device], system: ["time_ms": "0", "start_us": start])
    let source = NVMLSource.patient(fake)
    #expect(try await source.device(0)[.pcieTransmit].state == .unknown)
    try fake.script([device], system: ["time_ms": "1000", "start_us": start])
    let read = try await source.device(0)
    #expect(read[.pcieTransmit].value == 150_000_000)
    #expect(read[.pcieReceive].value == 250_000_000)
  }

  @Test(arguments: [
    (["temperature": "255"], GPUMetric.temperature), (["gpu": "200"], .utilization),
    (["memory": "4294967295"], .memoryUtilization), (["power": "4294967295"], .power),
    (["used": "18446744073709551615"], .memoryUsed),
    (["reserved": "18446744073709551615"], .memoryReserved),
    (["total": "18446744073709551615"], .memoryTotal),
    (["energy": "18446744073709551615", "power": "0"], .energy),
    (["fan": "4294967295"], .fan), (["sm": "4294967295"], .smClock),
    (["pstate": "32"], .performanceState), (["pcie_generation": "0"], .pcieGeneration),
    (["pcie_width": "4294967295"], .pcieWidth), (["encoder": "101"], .encoder),
    (["ecc_corrected": "18446744073709551615"], .eccCorrected),
    (["remapped_pending": "4294967295"], .remappedRowsPending),
    (["shutdown": "0"], .temperatureShutdown), (["limit": "0"], .powerLimit),
  ])
  func aFigureBeyondItsRangeIsUnknown(values: [String: String], metric: GPUMetric) async throws {
    let device = FakeGPU.complete(0).with(values).without(
      metric == .powerLimit ? "management_limit" : "nothing")
    let fake = try await FakeNVML([device])
    let read = try await NVMLSource.patient(fake).device(0)
    #expect(read[metric].value == nil)
    #expect(read.fault == nil)
    #expect(read[.graphicsClock].value == 1510)
    let json = try GPUReport(source: .nvml, devices: [read]).json()
    #expect(json.contains("\"\(metric.rawValue)\" : null"))
  }
}
