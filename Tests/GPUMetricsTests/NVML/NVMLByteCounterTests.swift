import Testing

@testable import GPUMetrics

@Suite struct NVMLByteCounterTests {
  @Test func aRateIsTheDifferenceOverTheTime() {
    var counter = NVMLByteCounter()
    #expect(counter.rate(1000, at: 10) == nil)
    #expect(counter.rate(5000, at: 12) == 2000)
    #expect(counter.rate(5000, at: 13) == 0)
  }

  @Test func withoutTimeBetweenThereIsNoRate() {
    var counter = NVMLByteCounter()
    _ = counter.rate(1000, at: 10)
    #expect(counter.rate(9000, at: 10) == nil)
    #expect(counter.rate(9000, at: 9) == nil)
    #expect(counter.rate(3000, at: 11) == 2000)
  }

  @Test func aCounterOf32BitsStartsAgainAtZero() {
    var counter = NVMLByteCounter()
    _ = counter.rate(UInt64(UInt32.max) - 99, at: 0)
    #expect(counter.rate(900, at: 1) == 1000)
  }

  @Test func aCounterOf64BitsThatFallsWasReset() {
    var counter = NVMLByteCounter()
    _ = counter.rate(1 << 40, at: 0)
    #expect(counter.rate(900, at: 1) == nil)
    #expect(counter.rate(1900, at: 2) == 1000)
  }
}
