import Foundation
import Testing
import WorkshopModel

@Suite struct OutlineTests {
  private let workshop: Workshop

  init() throws {
    workshop = try WorkshopLoader().load(from: Folders.fixture("good"))
  }

  private func clock(_ start: StartOption = .announced) -> RoomClock {
    RoomClock(workshop: workshop, start: start, opened: DayTime(hour: 8, minute: 0))
  }

  @Test func plainTextReadsAsADay() {
    #expect(
      OutlineText(workshop, clock: clock()).lines() == [
        "A small workshop",
        "Tests, Room 1",
        "",
        "  09:00-09:20  Opening (talk, 20 min)",
        "",
        "  09:20-09:50  Practice (exercise, 30 min)",
        "",
        "  09:50-10:00  End (discussion, 10 min)",
        "               - What is next = everything",
        "",
        "Corrections of what was announced:",
        "  - 0:20 - 1:50 is 0:20 - 0:50: The next part begins at 0:50.",
      ])
  }

  @Test func plainTextMarksWhatRuns() {
    let lines = OutlineText(workshop, clock: clock()).lines(at: DayTime(hour: 9, minute: 45))
    #expect(lines.contains("> 09:20-09:50  Practice (exercise, 30 min, now, 5:00 left)"))
  }

  @Test(arguments: [40, 80, 120])
  func plainTextKeepsToItsWidth(_ width: Int) throws {
    let shipped = try WorkshopLoader().load(from: Folders.exercises)
    let clock = RoomClock(
      workshop: shipped, start: .announced, opened: DayTime(hour: 8, minute: 0))
    let long = OutlineText(shipped, clock: clock, width: width).lines().filter {
      $0.count > width && !$0.contains("https://")
    }
    #expect(long.isEmpty)
  }

  @Test func jsonHasTheFieldsThatScriptsRead() throws {
    let data = try JSONEncoder().encode(
      OutlineReport(workshop, clock: clock(.at(TimeOfDay(minutes: 1430)))))
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(Set(object.keys) == ["title", "event", "starts", "segments", "corrections"])
    #expect(object["starts"] as? String == "23:50")
    let segments = try #require(object["segments"] as? [[String: Any]])
    #expect(
      Set(segments[1].keys) == [
        "id", "kind", "title", "start", "end", "offset_minutes", "minutes", "topics", "exercises",
      ])
    #expect(segments[1]["start"] as? String == "00:10")
    #expect(segments[1]["end"] as? String == "00:40")
    #expect(segments[1]["offset_minutes"] as? Int == 20)
    #expect(segments[1]["exercises"] as? [String] == ["first"])
    let corrections = try #require(object["corrections"] as? [[String: Any]])
    #expect(Set(corrections[0].keys) == ["segment", "announced", "corrected", "reason"])
  }
}
