import TestSupport
import Testing

@testable import GPUMetrics

@Suite struct GPUSourceSelectorTests {
  private let nowhere = NVMLSearchPath(candidates: ["libatelier-has-no-such-library.so.1"])

  private func report(
    nvml: NVMLSearchPath, path: String = "/nonexistent", machine: [String: String] = [:]
  ) async throws -> GPUReport {
    let root = try TemporaryDirectory()
    for (file, text) in machine { try root.write(text, to: file) }
    let selector = GPUSourceSelector(
      environment: ["PATH": path], searchPath: nvml, machine: MachineInspector(root: root.path))
    let source = await selector.select()
    let report = await source.sample()
    await source.close()
    return report
  }

  @Test func takesNVMLFirst() async throws {
    let fake = try await FakeNVML([.healthy(0)])
    let command = try ScriptedNvidiaSMI([ScriptedNvidiaSMI.healthy(0)])
    let report = try await report(
      nvml: NVMLSearchPath(candidates: ["libatelier-has-none.so", fake.libraryPath]),
      path: "\(command.folder):/usr/bin:/bin")
    #expect(report.source == .nvml)
    #expect(report.reason == nil)
  }

  @Test func takesTheCommandWhereNVMLIsMissingAndSaysWhy() async throws {
    let command = try ScriptedNvidiaSMI([ScriptedNvidiaSMI.healthy(0)])
    let report = try await report(nvml: nowhere, path: "\(command.folder):/usr/bin:/bin")
    #expect(report.source == .nvidiaSMI)
    #expect(report.reason?.contains("libatelier-has-no-such-library.so.1") == true)
    #expect(report.devices.count == 1)
  }

  @Test func tellsTheDriversProblemWhereBothFail() async throws {
    let fake = try await FakeNVML(system: ["init": "18"])
    let command = try FakeNvidiaSMI(
      printing: "Failed to initialize NVML: Driver/library version mismatch", status: 18)
    let report = try await report(
      nvml: NVMLSearchPath(candidates: [fake.libraryPath]),
      path: "\(command.folder):/usr/bin:/bin")
    #expect(report.source == .none)
    #expect(report.problem == .versionMismatch)
    #expect(report.reason?.contains("different versions") == true)
  }

  @Test func theCommandsProblemTellsMoreThanAMissingLibrary() async throws {
    let command = try FakeNvidiaSMI(printing: "No devices were found", status: 6)
    let report = try await report(nvml: nowhere, path: "\(command.folder):/usr/bin:/bin")
    #expect(report.source == .none)
    #expect(report.reason?.contains("lists no GPU") == true)
  }

  @Test func saysWhatIsMissingWhereThereIsNothing() async throws {
    let report = try await report(nvml: nowhere)
    #expect(report.source == .none)
    #expect(report.devices.isEmpty)
    #expect(report.reason?.hasPrefix("This machine has no NVIDIA driver: ") == true)
  }

  @Test func aLibraryNamedInTheEnvironmentIsNamedWhenItIsMissing() async {
    let selector = GPUSourceSelector(
      environment: ["ATELIER_NVML": "/nonexistent/lib.so"],
      machine: MachineInspector(root: "/nonexistent"))
    let report = await selector.select().sample()
    #expect(report.reason?.contains("/nonexistent/lib.so") == true)
    #expect(report.reason?.contains("ATELIER_NVML") == true)
  }

  @Test func wakesNoSleepingGPU() async throws {
    let fake = try await FakeNVML([.healthy(0)])
    let device = "sys/bus/pci/devices/0000:01:00.0"
    let report = try await report(
      nvml: NVMLSearchPath(candidates: [fake.libraryPath]),
      machine: [
        "\(device)/vendor": "0x10de", "\(device)/class": "0x030000",
        "\(device)/power/runtime_status": "suspended",
      ])
    #expect(report.source == .none)
    #expect(report.reason?.contains("sleeps") == true)
  }

  @Test func nvmlIsFoundBesideTheCommandOnceItServes() async throws {
    let root = try TemporaryDirectory()
    let fake = try await FakeNVML([.complete(0)], system: ["init": "9"])
    let selector = try selector(fake, in: root)
    #expect(await selector.better(than: .nvidiaSMI)?.kind == nil)
    try fake.script([])
    #expect(await selector.better(than: .nvidiaSMI)?.kind == nil)
    try fake.script([.complete(0)])
    #expect(await selector.better(than: .nvml)?.kind == nil)
    let found = try #require(await selector.better(than: .nvidiaSMI))
    #expect(await found.sample().devices.count == 1)
    await found.close()
  }

  // MARK: Whether there is a GPU

  private let controller = [
    "sys/bus/pci/devices/0000:01:00.0/vendor": "0x10de",
    "sys/bus/pci/devices/0000:01:00.0/class": "0x030000",
    "sys/bus/pci/devices/0000:01:00.0/power/runtime_status": "active",
  ]

  private func selector(
    _ fake: FakeNVML, machine: [String: String] = [:], in root: TemporaryDirectory
  ) throws -> GPUSourceSelector {
    for (file, text) in machine { try root.write(text, to: file) }
    return GPUSourceSelector(
      environment: ["PATH": "/nonexistent"],
      searchPath: NVMLSearchPath(candidates: [fake.libraryPath]),
      machine: MachineInspector(root: root.path))
  }

  @Test(arguments: [0, 1, 3])
  func findsAGPUWithoutAskingForItsFigures(count: Int) async throws {
    let root = try TemporaryDirectory()
    let calls = root.url.appending(path: "calls").path(percentEncoded: false)
    let fake = try await FakeNVML((0..<count).map { .complete($0) }, system: ["calls": calls])
    #expect(try await selector(fake, in: root).hasDevice(patience: .seconds(60)) == (count > 0))
    let text = try String(contentsOfFile: calls, encoding: .utf8)
    #expect(text.contains("nvmlDeviceGetCount"))
    #expect(!text.contains("nvmlDeviceGetTemperature"))
    #expect(!text.contains("nvmlDeviceGetHandle"))
  }

  @Test(arguments: [true, false])
  func takesTheBussWordForADriverThatDoesNotAnswer(isListed: Bool) async throws {
    let root = try TemporaryDirectory()
    let fake = try await FakeNVML([.complete(0)], rules: ["hang=nvmlInit_v2 20000"])
    let selector = try selector(fake, machine: isListed ? controller : [:], in: root)
    let clock = ManualClock()
    async let answer = selector.hasDevice(patience: .seconds(3), clock: clock.sampling)
    try await clock.advance(by: .seconds(3))
    #expect(await answer == isListed)
  }
}
