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
}
