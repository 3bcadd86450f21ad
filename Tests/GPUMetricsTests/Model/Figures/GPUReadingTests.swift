import GPUMetrics
import Testing

@Suite struct GPUReadingTests {
  @Test func anOldFigureKeepsItsValueAndItsTime() {
    let reading = GPUReading.known(42, of: .utilization, at: 100)
    #expect(reading.state == .known)
    #expect(reading.aged.state == .stale)
    #expect(reading.aged.value == 42)
    #expect(reading.aged.time == 100)
  }

  @Test func aFigureThatWasNotKnownDoesNotAge() {
    let reading = GPUReading.absent(.noPermission, at: 100)
    #expect(reading.aged == reading)
  }

  @Test(arguments: [GPUReadingState.known, .stale])
  func withoutAValueNothingIsKnown(state: GPUReadingState) {
    #expect(GPUReading.absent(state, at: 1).state == .unknown)
  }
}
