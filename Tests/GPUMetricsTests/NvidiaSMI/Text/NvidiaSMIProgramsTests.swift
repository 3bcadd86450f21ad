import Testing

@testable import GPUMetrics

@Suite struct NvidiaSMIProgramsTests {
  private var device: GPUDevice {
    var device = GPUDevice(index: 0)
    device.uuid = "GPU-1"
    device.memoryTotalBytes = 80 << 30
    return device
  }

  @Test func programsAreReadByDevice() {
    let programs = NvidiaSMIPrograms(
      """
      GPU-1, 42, 3072, /usr/bin/python3, really
      GPU-2, 43, 1, other
      GPU-1, 7, [N/A], job
      GPU-1, 42, 3072, /usr/bin/python3

      """)
    let found = programs.processes(on: device)
    #expect(found.map(\.pid) == [7, 42])
    #expect(found.map(\.memoryBytes) == [nil, 3 << 30])
    #expect(found.map(\.name) == ["job", "python3, really"])
    #expect(found.allSatisfy { $0.kinds == [.compute] })
  }

  @Test(arguments: ["", "No running processes found\n", "GPU-1, 42, 3072, python"])
  func whatIsNoWholeLineIsNobody(text: String) {
    #expect(NvidiaSMIPrograms(text).processes(on: device).isEmpty)
  }

  @Test func aProgramWithoutANumberIsCountedAsHidden() {
    let programs = NvidiaSMIPrograms(
      "GPU-1, [Insufficient Permissions], [Insufficient Permissions], [Insufficient Permissions]\n")
    var seen = device
    seen.take(.told(programs), isContainer: false)
    #expect(seen.processes.isEmpty)
    #expect(seen.processesNote?.contains("hides a program") == true)
  }

  @Test func moreMemoryThanTheDeviceHasIsUnknown() {
    let programs = NvidiaSMIPrograms("GPU-1, 42, 99999999, python\n")
    #expect(programs.processes(on: device).map(\.memoryBytes) == [nil])
  }

  @Test func aListThatDidNotComeSaysWhy() {
    var seen = device
    seen.take(.pending, isContainer: false)
    #expect(seen.processesNote?.contains("not yet told") == true)
    seen.take(.failed(.noPermission), isContainer: false)
    #expect(seen.processesNote?.contains("may not use") == true)
  }
}
