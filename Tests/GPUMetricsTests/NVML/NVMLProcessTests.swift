import TestSupport
import Testing

@testable import GPUMetrics

@Suite struct NVMLProcessTests {
  private let trainer = FakeGPUProcess(
    4242, memory: 3 << 30, utilization: ["sm": "84", "mem": "12", "enc": "1", "dec": "2"],
    words: ["name=/usr/bin/python3"])

  @Test(arguments: ["16", "24", "32"])
  func recordsOfEveryLengthAreRead(length: String) async throws {
    let others = (1...5).map { FakeGPUProcess(Int32(100 * $0), memory: UInt64($0) << 20) }
    let fake = try await FakeNVML(
      [FakeGPU.complete(0).running([trainer] + others)], system: ["record": length])
    let processes = try await NVMLSource.patient(fake).device(0).processes
    #expect(processes.map(\.pid) == [100, 200, 300, 400, 500, 4242])
    #expect(processes.map(\.memoryBytes) == (1...5).map { UInt64($0) << 20 } + [3 << 30])
    #expect(processes.allSatisfy { $0.instance == nil && $0.kinds == [.compute] })
  }

  @Test func whatAProcessUsesStandsWithIt() async throws {
    let fake = try await FakeNVML([FakeGPU.complete(0).running([trainer])])
    let process = try #require(await NVMLSource.patient(fake).device(0).processes.first)
    #expect(
      process
        == GPUProcess(
          pid: 4242, kinds: [.compute], memoryBytes: 3 << 30, smPercent: 84, memoryPercent: 12,
          encoderPercent: 1, decoderPercent: 2, name: "python3"))
  }

  @Test func aProcessOfSeveralKindsIsOne() async throws {
    let fake = try await FakeNVML([
      FakeGPU.complete(0).running([
        FakeGPUProcess(7, memory: 1 << 20, kinds: "compute+graphics"),
        FakeGPUProcess(8, memory: nil, kinds: "mps"),
      ])
    ])
    let processes = try await NVMLSource.patient(fake).device(0).processes
    #expect(processes.map(\.kinds) == [[.compute, .graphics], [.mps]])
    #expect(processes.map(\.memoryBytes) == [1 << 20, nil])
  }

  @Test func samplesThatCannotBeTrueAreDropped() async throws {
    let fake = try await FakeNVML([
      FakeGPU.complete(0).running([
        FakeGPUProcess(1, memory: 1, utilization: ["sm": "101"]),
        FakeGPUProcess(2, memory: 1, utilization: ["sm": "50"], words: ["age_ms=60000"]),
        FakeGPUProcess(3, memory: 1, utilization: ["sm": "50"]),
        FakeGPUProcess(4, memory: 1, utilization: ["sm": "50"], words: ["garbage=1"]),
        FakeGPUProcess(5, memory: UInt64(81) << 30),
      ])
    ])
    let processes = try await NVMLSource.patient(fake).device(0).processes
    #expect(processes.map(\.pid) == [1, 2, 3, 5])
    #expect(processes.map(\.smPercent) == [nil, nil, 50, nil])
    #expect(processes.last?.memoryBytes == nil)
  }

  @Test func aListThatGrowsBetweenTwoCallsIsReadWhole() async throws {
    let fake = try await FakeNVML([
      FakeGPU.complete(0).with(["growing": "2"]).adding("processes=200 1000 1048576")
    ])
    let processes = try await NVMLSource.patient(fake).device(0).processes
    #expect(processes.count >= 200)
    #expect(Set(processes.map(\.pid)).count == processes.count)
  }

  @Test func tenThousandProcessesAreListed() async throws {
    let fake = try await FakeNVML([FakeGPU.complete(0).adding("processes=10000 1000 4096")])
    let processes = try await NVMLSource.patient(fake).device(0).processes
    #expect(processes.count == 10_000)
    #expect(processes.last?.pid == 10_999)
    #expect(processes.allSatisfy { $0.memoryBytes == 4096 })
  }

  @Test func whyProcessesAreHiddenIsSaid() async throws {
    let refused = "answer=nvmlDeviceGetComputeRunningProcesses_v3 4"
    let others = [
      "answer=nvmlDeviceGetGraphicsRunningProcesses_v3 4",
      "answer=nvmlDeviceGetMPSComputeRunningProcesses_v3 4",
    ]
    let fake = try await FakeNVML([.complete(0)], rules: [refused] + others)
    let note = try await NVMLSource.patient(fake).device(0).processesNote
    #expect(note?.contains("may not see") == true)

    let root = try TemporaryDirectory()
    try root.write("", to: ".dockerenv")
    let used = try await FakeNVML([.complete(0)])
    let inside = NVMLSource.patient(used, machine: MachineInspector(root: root.path))
    #expect(try await inside.device(0).processesNote?.contains("--pid=host") == true)
    #expect(try await NVMLSource.patient(used).device(0).processesNote == nil)
  }

  @Test func withoutTheNewestCallAnOlderOneServes() async throws {
    let fake = try await FakeNVML(
      [FakeGPU.complete(0).running([trainer])],
      missing: ["nvmlDeviceGetMPSComputeRunningProcesses_v3", "nvmlDeviceGetProcessUtilization"])
    let process = try #require(await NVMLSource.patient(fake).device(0).processes.first)
    #expect(process.memoryBytes == 3 << 30)
    #expect(process.smPercent == nil)
  }
}
