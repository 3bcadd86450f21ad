import Testing

@testable import GPUMetrics

@Suite struct NVMLSearchPathTests {
  @Test func environmentNamesTheOneLibrary() {
    let path = NVMLSearchPath(environment: ["ATELIER_NVML": "/a/lib.so"])
    #expect(path.candidates == ["/a/lib.so"])
  }

  @Test(arguments: [[:], ["ATELIER_NVML": ""]])
  func linkerIsAskedFirst(environment: [String: String]) {
    let path = NVMLSearchPath(environment: environment)
    #expect(path.candidates.first == "libnvidia-ml.so.1")
    #expect(path.candidates.dropFirst().allSatisfy { $0.hasPrefix("/") })
  }
}
