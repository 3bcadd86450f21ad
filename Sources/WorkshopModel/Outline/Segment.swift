/// One part of the day's outline.
public struct Segment: Sendable, Hashable, Identifiable {
  public let id: String
  public let title: String
  public let kind: SegmentKind
  /// Minutes from the workshop's start.
  public let offsetMinutes: Int
  /// Length in minutes, at least 1.
  public let minutes: Int
  public let topics: [String]
  /// The identifiers of the exercises done in this part.
  public let exercises: [String]

  public init(
    id: String, title: String, kind: SegmentKind, offsetMinutes: Int, minutes: Int,
    topics: [String] = [], exercises: [String] = []
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.offsetMinutes = offsetMinutes
    self.minutes = minutes
    self.topics = topics
    self.exercises = exercises
  }

  /// Minutes from the workshop's start to this part's end.
  public var endOffsetMinutes: Int { offsetMinutes + minutes }
}
