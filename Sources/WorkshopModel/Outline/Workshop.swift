/// A workshop as its folder of plain files describes it.
public struct Workshop: Sendable, Hashable {
  /// A short name fit for a folder, such as `pixi-ml`.
  public let id: String
  public let title: String
  public let event: String
  public let location: String?
  /// The announced start.
  public let starts: TimeOfDay
  public let segments: [Segment]
  public let corrections: [Correction]
  /// In the order of their numbers.
  public let exercises: [Exercise]

  public init(
    id: String, title: String, event: String, location: String?, starts: TimeOfDay,
    segments: [Segment], corrections: [Correction], exercises: [Exercise]
  ) {
    self.id = id
    self.title = title
    self.event = event
    self.location = location
    self.starts = starts
    self.segments = segments
    self.corrections = corrections
    self.exercises = exercises
  }

  public var minutes: Int { segments.map(\.endOffsetMinutes).max() ?? 0 }

  public func exercise(_ id: String) -> Exercise? {
    exercises.first { $0.id == id }
  }
}
