import Testing

@testable import SessionEngine

@Suite struct StopReasonTests {
  @Test(arguments: [
    (2.5, "2.5 s"), (1, "1 s"), (90, "90 s"), (60, "1 min"), (600, "10 min"), (7200, "2 h"),
    (5400, "90 min"),
  ])
  func aTimeOutIsSaidInItsLargestUnit(seconds: Double, words: String) {
    #expect(StopReason.timeout(seconds: seconds).words == "stopped after its time-out of \(words)")
  }
}
