/// Where a room is in its day.
public enum RoomPosition: Sendable, Hashable {
  case beforeStart(remaining: TimeSpan)
  /// `index` counts the outline's segments from 0.
  case inSegment(index: Int, remaining: TimeSpan)
  case over(since: TimeSpan)
}
