/// The room's time: which segment runs, and when each begins and ends on the wall clock.
///
/// It reads no clock: what the clock says comes in as a value. The day it means is found once, from what the
/// clock said when the console opened: a workshop that could be running then is running, also across
/// midnight; otherwise the start is on that day.
public struct RoomClock: Sendable, Hashable {
  public let segments: [Segment]
  /// The wall-clock start.
  public let start: DayTime
  private let opened: DayTime
  /// Seconds from the start to the opening; negative when the start was still to come.
  private let elapsedAtOpening: Int

  public init(
    segments: [Segment], announced: TimeOfDay, start: StartOption, opened: DayTime
  ) {
    self.segments = segments
    self.opened = opened
    self.start =
      switch start {
      case .announced: DayTime(announced)
      case .at(let time): DayTime(time)
      // Wall-clock times are shown in minutes: the start is on one, so that they agree with the countdown.
      case .now: DayTime(opened.timeOfDay)
      }
    let sinceLastStart = opened.seconds(since: self.start)
    let isRunning = sinceLastStart < Self.length(of: segments)
    elapsedAtOpening = isRunning ? sinceLastStart : opened.seconds - self.start.seconds
  }

  public init(workshop: Workshop, start: StartOption, opened: DayTime) {
    self.init(
      segments: workshop.segments, announced: workshop.starts, start: start, opened: opened)
  }

  /// Where the room is when the wall clock says `now`.
  ///
  /// Right for the 23 hours after the opening; a clock that is set back by less than an hour, as at the
  /// end of summer time, goes back in the plan.
  public func position(at now: DayTime) -> RoomPosition {
    let elapsed = elapsedAtOpening + secondsSinceOpening(now)
    if elapsed < 0 { return .beforeStart(remaining: TimeSpan(seconds: -elapsed)) }
    let index = segments.firstIndex {
      $0.offsetMinutes * 60 <= elapsed && elapsed < $0.endOffsetMinutes * 60
    }
    if let index {
      let remaining = TimeSpan(seconds: segments[index].endOffsetMinutes * 60 - elapsed)
      return .inSegment(index: index, remaining: remaining)
    }
    return .over(since: TimeSpan(seconds: elapsed - Self.length(of: segments)))
  }

  /// What the segment at `index`, from 0, is when the wall clock says `now`.
  public func state(ofSegment index: Int, at now: DayTime) -> SegmentState {
    switch position(at: now) {
    case .beforeStart: index == 0 ? .next : .later
    case .over: .over
    case .inSegment(let current, let remaining):
      if index < current {
        .over
      } else if index == current {
        .running(remaining: remaining)
      } else {
        index == current + 1 ? .next : .later
      }
    }
  }

  public func startTime(of segment: Segment) -> TimeOfDay {
    start.timeOfDay.adding(minutes: segment.offsetMinutes)
  }

  public func endTime(of segment: Segment) -> TimeOfDay {
    start.timeOfDay.adding(minutes: segment.endOffsetMinutes)
  }

  private func secondsSinceOpening(_ now: DayTime) -> Int {
    let seconds = now.seconds(since: opened)
    let hour = 60 * 60
    return seconds > DayTime.secondsPerDay - hour ? seconds - DayTime.secondsPerDay : seconds
  }

  private static func length(of segments: [Segment]) -> Int {
    (segments.map(\.endOffsetMinutes).max() ?? 0) * 60
  }
}
