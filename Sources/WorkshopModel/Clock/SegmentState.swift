/// What one segment is to the room at this moment.
public enum SegmentState: Sendable, Hashable {
  case over
  case running(remaining: TimeSpan)
  /// The first one that has not begun.
  case next
  case later
}
