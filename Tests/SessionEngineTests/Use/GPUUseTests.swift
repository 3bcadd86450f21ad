import SessionEngine
import Testing

@Suite struct GPUUseTests {
  private func points(
    _ name: String, _ values: [(seconds: Double, value: Double)]
  ) -> [MetricPoint] {
    values.map { MetricPoint(series: name, seconds: $0.seconds, value: $0.value) }
  }

  @Test func energyIsPowerOverTimeHoweverUnevenTheSamples() {
    let use = GPUUse(series: [
      GPUUse.Series.power: points(GPUUse.Series.power, [(0, 100), (1, 100), (10, 300)]),
      GPUUse.Series.utilization: points(GPUUse.Series.utilization, [(0, 0), (1, 100), (9, 100)]),
      GPUUse.Series.memory: points(GPUUse.Series.memory, [(0, 5), (1, 9), (2, 7)]),
    ])
    #expect(use?.energyJoules == 1900.0)
    #expect(use?.meanUtilizationPercent == 850.0 / 9)
    #expect(use?.peakMemoryBytes == 9)
    #expect(use?.wasShared == false)
  }

  @Test func nothingIsInventedFromNothingOrOneSample() {
    #expect(GPUUse(series: [:]) == nil)
    let use = GPUUse(series: [GPUUse.Series.power: points(GPUUse.Series.power, [(3, 250)])])
    #expect(use?.energyJoules == nil)
    #expect(use?.meanUtilizationPercent == nil)
  }
}
