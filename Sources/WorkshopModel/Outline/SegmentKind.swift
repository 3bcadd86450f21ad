/// What happens in a part of the day.
public enum SegmentKind: String, Sendable, Hashable, Codable, CaseIterable {
  case talk
  case tutorial
  case exercise
  case discussion
  case `break`
}
