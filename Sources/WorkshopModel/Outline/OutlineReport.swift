/// The outline as data for scripts: its JSON form is a promise, and fields may only be added.
public struct OutlineReport: Sendable, Hashable, Encodable {
  public struct Part: Sendable, Hashable, Encodable {
    public let id: String
    public let kind: SegmentKind
    public let title: String
    /// Wall-clock times, such as `13:30`.
    public let start: String
    public let end: String
    public let offsetMinutes: Int
    public let minutes: Int
    public let topics: [String]
    public let exercises: [String]

    private enum CodingKeys: String, CodingKey {
      case id, kind, title, start, end, minutes, topics, exercises
      case offsetMinutes = "offset_minutes"
    }
  }

  public let title: String
  public let event: String
  /// The wall-clock start that the times are counted from.
  public let starts: String
  public let segments: [Part]
  public let corrections: [Correction]

  public init(_ workshop: Workshop, clock: RoomClock) {
    title = workshop.title
    event = workshop.event
    starts = clock.start.timeOfDay.text
    segments = workshop.segments.map { segment in
      Part(
        id: segment.id, kind: segment.kind, title: segment.title,
        start: clock.startTime(of: segment).text, end: clock.endTime(of: segment).text,
        offsetMinutes: segment.offsetMinutes, minutes: segment.minutes, topics: segment.topics,
        exercises: segment.exercises)
    }
    corrections = workshop.corrections
  }
}
