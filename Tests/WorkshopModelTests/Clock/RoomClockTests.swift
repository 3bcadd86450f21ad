import Testing
import WorkshopModel

@Suite struct RoomClockTests {
  /// What the clock says, and where a room of 20 + 30 + 10 minutes then is.
  struct Moment: Sendable, CustomTestStringConvertible {
    let start: StartOption
    let opened: DayTime
    let now: DayTime
    let position: RoomPosition

    init(
      _ start: StartOption, opened: (Int, Int, Int), now: (Int, Int, Int), _ position: RoomPosition
    ) {
      self.start = start
      self.opened = DayTime(hour: opened.0, minute: opened.1, second: opened.2)
      self.now = DayTime(hour: now.0, minute: now.1, second: now.2)
      self.position = position
    }

    var testDescription: String { "\(start), opened \(opened.seconds), now \(now.seconds)" }
  }

  static func running(_ index: Int, _ minutes: Int, _ seconds: Int = 0) -> RoomPosition {
    .inSegment(index: index, remaining: TimeSpan(seconds: minutes * 60 + seconds))
  }

  static func before(_ minutes: Int, _ seconds: Int = 0) -> RoomPosition {
    .beforeStart(remaining: TimeSpan(seconds: minutes * 60 + seconds))
  }

  static func over(_ minutes: Int, _ seconds: Int = 0) -> RoomPosition {
    .over(since: TimeSpan(seconds: minutes * 60 + seconds))
  }

  static let moments: [Moment] = [
    Moment(.announced, opened: (13, 0, 0), now: (13, 0, 0), before(30)),
    Moment(.announced, opened: (13, 0, 0), now: (13, 29, 59), before(0, 1)),
    Moment(.announced, opened: (13, 0, 0), now: (13, 30, 0), running(0, 20)),
    Moment(.announced, opened: (13, 0, 0), now: (13, 49, 59), running(0, 0, 1)),
    Moment(.announced, opened: (13, 0, 0), now: (13, 50, 0), running(1, 30)),
    Moment(.announced, opened: (13, 0, 0), now: (14, 29, 59), running(2, 0, 1)),
    Moment(.announced, opened: (13, 0, 0), now: (14, 30, 0), over(0)),
    // It began earlier today, or is over already.
    Moment(.at(TimeOfDay(minutes: 540)), opened: (9, 25, 30), now: (9, 25, 30), running(1, 24, 30)),
    Moment(.at(TimeOfDay(minutes: 540)), opened: (18, 0, 0), now: (18, 0, 1), over(480, 1)),
    // It begins now, on the minute.
    Moment(.now, opened: (12, 57, 40), now: (12, 57, 40), running(0, 19, 20)),
    Moment(.now, opened: (12, 57, 40), now: (13, 17, 0), running(1, 30)),
    // Across midnight: begun before it, opened after it, and opened before a start after it.
    Moment(.now, opened: (23, 50, 0), now: (0, 9, 59), running(0, 0, 1)),
    Moment(.now, opened: (23, 50, 0), now: (0, 50, 0), over(0)),
    Moment(.at(TimeOfDay(minutes: 1430)), opened: (0, 5, 0), now: (0, 5, 0), running(0, 5)),
    Moment(.at(TimeOfDay(minutes: 1430)), opened: (2, 0, 0), now: (2, 0, 0), before(1310)),
    // The console stays open overnight, and a clock is set back a little.
    Moment(.announced, opened: (13, 0, 0), now: (8, 0, 0), over(1050)),
    Moment(.announced, opened: (13, 30, 0), now: (13, 29, 58), before(0, 2)),
  ]

  static let segments = [
    Segment(id: "a", title: "A", kind: .talk, offsetMinutes: 0, minutes: 20),
    Segment(id: "b", title: "B", kind: .exercise, offsetMinutes: 20, minutes: 30),
    Segment(id: "c", title: "C", kind: .discussion, offsetMinutes: 50, minutes: 10),
  ]

  private func clock(_ start: StartOption, opened: DayTime) -> RoomClock {
    RoomClock(
      segments: Self.segments, announced: TimeOfDay(minutes: 810), start: start, opened: opened)
  }

  @Test(arguments: moments) func knowsWhereTheRoomIs(_ moment: Moment) {
    let clock = clock(moment.start, opened: moment.opened)
    #expect(clock.position(at: moment.now) == moment.position)
  }

  @Test func showsWallClockTimesAcrossMidnight() {
    let clock = clock(.at(TimeOfDay(minutes: 1430)), opened: DayTime(hour: 20, minute: 0))
    #expect(Self.segments.map { clock.startTime(of: $0).text } == ["23:50", "00:10", "00:40"])
    #expect(clock.endTime(of: Self.segments[2]).text == "00:50")
  }

  @Test func saysWhatIsOverRunsAndIsNext() {
    let clock = clock(.announced, opened: DayTime(hour: 13, minute: 0))
    func states(_ hour: Int, _ minute: Int) -> [SegmentState] {
      let now = DayTime(hour: hour, minute: minute)
      return Self.segments.indices.map { clock.state(ofSegment: $0, at: now) }
    }
    #expect(states(13, 10) == [.next, .later, .later])
    #expect(states(13, 45) == [.running(remaining: TimeSpan(seconds: 300)), .next, .later])
    #expect(states(14, 0) == [.over, .running(remaining: TimeSpan(seconds: 1200)), .next])
    #expect(states(15, 0) == [.over, .over, .over])
  }

  @Test func aWorkshopWithoutSegmentsIsNeverRunning() {
    let clock = RoomClock(
      segments: [], announced: TimeOfDay(minutes: 0), start: .now,
      opened: DayTime(hour: 9, minute: 0))
    #expect(clock.position(at: DayTime(hour: 9, minute: 0)) == .over(since: TimeSpan(seconds: 0)))
  }

  @Test(arguments: [
    ("now", StartOption.now), ("9:00", .at(TimeOfDay(minutes: 540))),
    ("13:30", .at(TimeOfDay(minutes: 810))), ("", nil), ("later", nil), ("24:00", nil),
    ("9.00", nil), ("NOW ", nil),
  ]) func readsTheStartOption(_ text: String, _ option: StartOption?) {
    #expect(StartOption(text) == option)
  }

  @Test(arguments: [(0, "0:00"), (65, "1:05"), (3599, "59:59"), (3845, "1:04:05")])
  func writesTimeSpans(_ seconds: Int, _ text: String) {
    #expect(TimeSpan(seconds: seconds).text == text)
  }
}
