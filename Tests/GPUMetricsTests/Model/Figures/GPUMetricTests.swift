import GPUMetrics
import Testing

@Suite struct GPUMetricTests {
  @Test(arguments: GPUMetric.allCases)
  func isNamedAndExplainedInSentences(metric: GPUMetric) {
    #expect(!metric.name.isEmpty)
    #expect(metric.explanation.hasSuffix("."))
    #expect(metric.explanation.count > 40)
    let suffix: [GPUUnit: String] = [
      .percent: "_percent", .bytes: "_bytes", .bytesPerSecond: "_bytes_per_second",
      .celsius: "_celsius", .watts: "_watts", .joules: "_joules", .megahertz: "_mhz",
    ]
    #expect(metric.rawValue.hasSuffix(suffix[metric.unit] ?? ""))
  }

  @Test func namesAreDistinct() {
    #expect(Set(GPUMetric.allCases.map(\.name)).count == GPUMetric.allCases.count)
  }

  @Test(arguments: [
    (GPUMetric.utilization, 101.0), (.temperature, 4_294_967_295), (.power, -1), (.fan, .nan),
    (.memoryTotal, 0), (.performanceState, 32), (.energy, .infinity),
  ])
  func whatCannotBeTrueIsUnknown(metric: GPUMetric, value: Double) {
    let reading = GPUReading.known(value, of: metric, at: 7)
    #expect(reading == .absent(.unknown, at: 7))
    #expect(reading.value == nil)
  }
}
