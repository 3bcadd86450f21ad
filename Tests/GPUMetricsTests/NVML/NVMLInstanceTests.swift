import TestSupport
import Testing

@testable import GPUMetrics

@Suite struct NVMLInstanceTests {
  @Test func partsInSparsePlacesAreFoundWithWhoUsesThem() async throws {
    let process = FakeGPUProcess(77, memory: 1 << 30)
    let device = FakeGPU.complete(0).cut(into: [
      .small(0, of: 0), .small(3, of: 0, processes: [process]), .small(6, of: 0),
    ])
    let fake = try await FakeNVML([device])
    let read = try await NVMLSource.patient(fake).device(0)
    #expect(read.migEnabled == true)
    #expect(read.instances.map(\.id.gpuInstance) == [7, 10, 13])
    #expect(read.instances.map(\.id.computeInstance) == [0, 0, 0])
    #expect(read.instances.map(\.memoryUsedBytes) == [1 << 28, 4 << 28, 7 << 28])
    #expect(read.instances.allSatisfy { $0.memoryTotalBytes == 10 << 30 })
    #expect(read.instances.allSatisfy { $0.uuid?.hasPrefix("MIG-") == true && $0.name != nil })
    #expect(read.processes.map(\.pid) == [77])
    #expect(read.processes.first?.instance == read.instances[1].id)
    #expect(read[.utilization].state == .unsupported)
    #expect(read[.temperature].state == .known)
    #expect(read.fault == nil)
  }

  @Test func whatInstancesAreUsedComesOfTheDriversCounters() async throws {
    var (first, second) = (FakeGPUInstance.small(0, of: 0), FakeGPUInstance.small(3, of: 0))
    first.lines = ["gpm=1 45", "gpm=2 30", "gpm=10 12"]
    // One that the driver does not count, and one that cannot be true.
    second.lines = ["gpm=1 101", "gpm=2 error 3"]
    let fake = try await FakeNVML([FakeGPU.complete(0).cut(into: [first, second])])
    let time = TestTime()
    let source = NVMLSource.patient(fake, now: { time.now })
    let before = try await source.device(0).instances
    #expect(before.allSatisfy { $0.utilizationPercent == nil && $0.smPercent == nil })
    for _ in 1...3 {
      time.pass(seconds: 1)
      let instances = try await source.device(0).instances
      #expect(instances.map(\.utilizationPercent) == [45, nil])
      #expect(instances.map(\.smPercent) == [30, nil])
      #expect(instances.map(\.memoryUtilizationPercent) == [12, nil])
    }
  }

  @Test func instancesThatShareCountersHaveNoFigureOfTheirOwn() async throws {
    var (first, second) = (FakeGPUInstance.small(0, of: 0), FakeGPUInstance.small(1, of: 0))
    second.values["gi"] = first.values["gi"]
    second.values["ci"] = "1"
    first.lines = ["gpm=1 45"]
    second.lines = ["gpm=1 45"]
    let fake = try await FakeNVML([FakeGPU.complete(0).cut(into: [first, second])])
    let time = TestTime()
    let source = NVMLSource.patient(fake, now: { time.now })
    _ = await source.sample()
    time.pass(seconds: 1)
    let instances = try await source.device(0).instances
    #expect(instances.map(\.id.computeInstance) == [0, 1])
    #expect(instances.map(\.utilizationPercent) == [nil, nil])
  }

  @Test(arguments: [[], ["nvmlGpmMetricsGet"]])
  func withoutCountersTheUseIsUnknown(missing: [String]) async throws {
    let calls = try TemporaryDirectory()
    let path = calls.url.appending(path: "calls").path(percentEncoded: false)
    var part = FakeGPUInstance.small(0, of: 0)
    if !missing.isEmpty { part.lines = ["gpm=1 45"] }
    let fake = try await FakeNVML(
      [FakeGPU.complete(0).cut(into: [part])], system: ["calls": path], missing: Set(missing))
    let time = TestTime()
    let source = NVMLSource.patient(fake, now: { time.now })
    for _ in 1...3 {
      time.pass(seconds: 1)
      #expect(try await source.device(0).instances.map(\.utilizationPercent) == [nil])
    }
    let asked = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!asked.contains("nvmlGpmMigSampleGet"))
  }

  @Test func aDeviceSplitAnewIsReadAnew() async throws {
    let fake = try await FakeNVML([FakeGPU.complete(0).cut(into: [.small(0, of: 0)])])
    let source = NVMLSource.patient(fake)
    #expect(try await source.device(0).instances.map(\.id.gpuInstance) == [7])
    try fake.script([FakeGPU.complete(0).cut(into: [.small(4, of: 0), .small(5, of: 0)])])
    try await waitUntil("the new parts are there") {
      try await source.device(0).instances.map(\.id.gpuInstance) == [11, 12]
    }
    try fake.script([.complete(0)])
    try await waitUntil("it is whole again") {
      let device = try await source.device(0)
      return device.instances.isEmpty && device[.utilization].state == .known
    }
  }

  @Test func recordsTooShortForAnInstanceLeaveItToTheCallBeforeIt() async throws {
    let process = FakeGPUProcess(77, memory: 1 << 30)
    let device = FakeGPU.complete(0).cut(into: [.small(3, of: 0, processes: [process])])
    let fake = try await FakeNVML([device], system: ["record": "16"])
    let source = NVMLSource.patient(fake)
    for _ in 1...2 {
      let read = try await source.device(0)
      #expect(read.processes.map(\.instance?.gpuInstance) == [10])
      #expect(read.processes.map(\.memoryBytes) == [1 << 30])
    }
    let older = try await FakeNVML(
      [device], system: ["record": "16"],
      missing: ["nvmlDeviceGetComputeRunningProcesses_v2"])
    let unnamed = try await NVMLSource.patient(older).device(0).processes
    #expect(unnamed.map(\.pid) == [77])
    #expect(unnamed.map(\.instance) == [nil])
  }
}
