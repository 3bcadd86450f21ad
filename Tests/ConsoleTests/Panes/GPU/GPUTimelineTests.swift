import Foundation
import Testing

@testable import Console

@Suite("The time of a GPU's graph")
struct GPUTimelineTests {
  @Test("keeps a column's time while rounds come in")
  func aligned() {
    let before = GPUTimeline(holding: 1001.2, step: 10, columns: 6)
    let after = GPUTimeline(holding: 1009.9, step: 10, columns: 6)
    #expect(before == after)
    #expect(before.begin == 950 && before.end == 1010)
    #expect(GPUTimeline(holding: 1010.1, step: 10, columns: 6).end == 1020)
  }

  @Test("finds the column of a moment, and none beside the graph")
  func columns() {
    let timeline = GPUTimeline(holding: 1010, step: 10, columns: 6)
    #expect(timeline.column(of: 950) == 0)
    #expect(timeline.column(of: 1009) == 5)
    #expect(timeline.column(of: 1010) == 5)
    #expect(timeline.column(of: 949.9) == nil)
    #expect(timeline.column(of: 1010.1) == nil)
  }

  @Test(
    "is told in words",
    arguments: [
      (0.0, "0 s"), (59.6, "1 min"), (116, "1 min 56 s"), (3600, "1 h"), (7500, "2 h 5 min"),
      (.infinity, "n/a"),
    ])
  func durations(seconds: Double, words: String) {
    #expect(GPUTimeWords.duration(seconds) == words)
  }

  @Test("is told by the clock on the wall, across midnight too")
  func moments() throws {
    let zone = try #require(TimeZone(secondsFromGMT: 7200))
    #expect(GPUTimeWords.moment(1_700_000_000, .gmt) == "22:13:20")
    #expect(GPUTimeWords.moment(1_700_000_000, zone) == "00:13:20")
    #expect(GPUTimeWords.range(1_700_000_000, 1_700_000_060, .gmt) == "22:13:20–22:14:20")
    #expect(GPUTimeWords.range(1_699_999_980, 1_700_002_380, .gmt) == "22:13–22:53")
  }
}
