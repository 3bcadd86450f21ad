import TestSupport
import Testing

@testable import GPUMetrics

@Suite struct NVMLResilienceTests {
  private let hang = "hang=nvmlDeviceGetPowerUsage 20000"

  /// Whether the first device waits for the call that hangs: a busy machine can hold up any other
  /// for a moment.
  private func isStuck(_ source: NVMLSource) async -> Bool {
    await source.sample().devices.first?.stuck?.figure == "Power draw"
  }

  @Test func aCallThatHangsHoldsUpItsDeviceAloneAndIsNamed() async throws {
    let fake = try await FakeNVML([.complete(0), .complete(1)])
    let source = NVMLSource.patient(fake, patience: .milliseconds(200))
    try await waitUntil("both are known") {
      await source.sample().devices.map { $0[.power].state } == [.known, .known]
    }
    try fake.script([.complete(0).adding(hang), .complete(1).with(["temperature": "77"])])
    try await waitUntil("the first is old and the second lives") {
      let devices = await source.sample().devices
      return devices.count == 2 && devices[0].stuck?.figure == "Power draw"
        && devices[0][.power].state == .stale && devices[1][.temperature].value == 77
        && devices[1].stuck == nil
    }
    let device = try await source.device(0)
    #expect(device.name == "Fake GPU of the tests 0")
    #expect(device[.utilization].state == .stale)
    #expect(device[.utilization].value == 40)
    #expect(device[.memoryTotal].state == .known)
    #expect(device.samples.isEmpty)
    await source.close()
  }

  @Test func aPCIeCallThatHangsLeavesTheOthersTheirs() async throws {
    let devices = (0..<3).map {
      FakeGPU.complete($0).without("pcie_bytes_tx", "pcie_bytes_rx")
    }
    let hanging = devices[0].adding("hang=nvmlDeviceGetPcieThroughput 3600000")
    let fake = try await FakeNVML([hanging] + devices[1...])
    let source = NVMLSource.patient(fake)
    try await waitUntil("the others' are there", timeout: .seconds(30)) {
      let states = await source.sample().devices.map { $0[.pcieTransmit].state }
      return states.dropFirst() == [.known, .known]
    }
    #expect(try await source.device(0)[.pcieTransmit].state == .unknown)
    await source.close()
  }

  @Test func whatTheFirstRoundFoundBeforeACallThatHangsIsTold() async throws {
    let fake = try await FakeNVML([.complete(0).adding(hang)])
    let source = NVMLSource.patient(fake, patience: .milliseconds(50))
    try await waitUntil("the call hangs") { await isStuck(source) }
    let device = try await source.device(0)
    #expect(device.name == "Fake GPU of the tests 0")
    #expect(device[.utilization].state == .stale)
    #expect(device[.utilization].value == 40)
    #expect(device[.power] == .unknown)
    await source.close()
  }

  @Test func callsDoNotPileUpBehindOneThatHangs() async throws {
    let calls = try TemporaryDirectory()
    let path = calls.url.appending(path: "calls").path(percentEncoded: false)
    let fake = try await FakeNVML([.complete(0).adding(hang)], system: ["calls": path])
    let source = NVMLSource.patient(fake, patience: .milliseconds(20))
    try await waitUntil("the call hangs") { await isStuck(source) }
    for _ in 1...5 { _ = await source.sample() }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.components(separatedBy: "nvmlDeviceGetPowerUsage").count == 2)
    await source.close()
  }

  @Test func aDriverThatDoesNotCountLeavesItsDevicesLive() async throws {
    let fake = try await FakeNVML([.complete(0)])
    let source = NVMLSource.patient(fake, patience: .milliseconds(200))
    try await waitUntil("it is known") { await !source.sample().devices.isEmpty }
    try fake.script(
      [FakeGPU.complete(0).with(["temperature": "77"])],
      rules: ["hang=nvmlDeviceGetCount_v2 20000"])
    try await waitUntil("it goes on") {
      await source.sample().devices.first?[.temperature].value == 77
    }
    await source.close()
  }

  @Test(arguments: [1, 9, 18, 28])
  func aDriverReplacedUnderTheLibraryIsStartedAgain(code: Int) async throws {
    let fake = try await FakeNVML([.complete(0)])
    let source = NVMLSource.patient(fake)
    #expect(await source.sample().source == .nvml)
    try fake.script(
      [FakeGPU.complete(0).with(["temperature": "77"])],
      system: ["reload": "1", "driver": "590.1", "driver_code": "\(code)"])
    try await waitUntil("the new driver answers") {
      let report = await source.sample()
      return report.driver == "590.1" && report.devices.first?[.temperature].value == 77
    }
  }

  @Test func aDeviceRemovedWhileItRunsIsGoneAndTheOthersStay() async throws {
    let fake = try await FakeNVML([.complete(0), .complete(1), .complete(2)])
    let source = NVMLSource.patient(fake)
    #expect(await source.sample().devices.count == 3)
    try fake.script([
      .complete(0), FakeGPU.complete(1).with(["removed_after_ms": "0"]), .complete(2),
    ])
    try await waitUntil("two are left") {
      let devices = await source.sample().devices
      return devices.map(\.name) == ["Fake GPU of the tests 0", "Fake GPU of the tests 2"]
        && devices.allSatisfy { $0.fault == nil }
    }
  }

  @Test func aLostDeviceHasNoFiguresAndSaysSo() async throws {
    let fake = try await FakeNVML([.complete(0)])
    let source = NVMLSource.patient(fake)
    _ = await source.sample()
    try fake.script([FakeGPU.complete(0).with(["lost": "1"])])
    let device = try await source.device(0)
    #expect(device.fault?.contains("lost") == true)
    for metric in GPUMetric.allCases {
      #expect(device[metric].state == .lost, "\(metric)")
      #expect(device[metric].value == nil)
    }
    #expect(device.clockReasonsState == .lost)
    #expect(device.name == "Fake GPU of the tests 0")
  }

  @Test func sixtyFourDevicesAreRead() async throws {
    let fake = try await FakeNVML((0..<64).map(FakeGPU.complete))
    let source = NVMLSource.patient(fake)
    let devices = await source.sample().devices
    #expect(devices.count == 64)
    #expect(devices.allSatisfy { $0[.power].state == .known && $0.fault == nil })
  }

  @Test func errorsOfTheDriverAreTold() async throws {
    let fake = try await FakeNVML([.complete(0), .complete(1)])
    let source = NVMLSource.patient(fake)
    _ = await source.sample()
    try fake.script([.complete(0), FakeGPU.complete(1).adding("xid=0 79")])
    try await waitUntil("the error is told") {
      try await source.device(1).events.map(\.xid) == [79]
    }
    let device = try await source.device(1)
    #expect(device.events.first?.words.contains("fell off") == true)
    #expect(try await source.device(0).events.isEmpty)
    await source.close()
  }

  @Test func aSleepingDeviceIsNotWoken() async throws {
    let root = try TemporaryDirectory()
    for (address, status) in [("0000:01:00.0", "suspended"), ("0000:02:00.0", "active")] {
      let folder = "sys/bus/pci/devices/\(address)"
      try root.write("0x10de\n", to: "\(folder)/vendor")
      try root.write("0x030000\n", to: "\(folder)/class")
      try root.write("\(status)\n", to: "\(folder)/power/runtime_status")
    }
    let calls = try TemporaryDirectory()
    let path = calls.url.appending(path: "calls").path(percentEncoded: false)
    let fake = try await FakeNVML([.complete(0), .complete(1)], system: ["calls": path])
    let source = NVMLSource.patient(fake, machine: MachineInspector(root: root.path))
    let devices = await source.sample().devices
    #expect(devices[0].fault?.contains("sleeps") == true)
    #expect(devices[1][.power].state == .known)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!text.split(separator: "\n").contains { $0.hasSuffix(" 0") })
    try root.write(
      "active\n", to: "sys/bus/pci/devices/0000:01:00.0/power/runtime_status")
    try await waitUntil("it is awake") { try await source.device(0)[.power].state == .known }
  }
}
