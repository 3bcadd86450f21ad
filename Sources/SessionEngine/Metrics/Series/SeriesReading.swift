/// A series of a run, and the last figure of it.
public struct SeriesReading: Sendable, Hashable {
  public let name: String
  public internal(set) var last: Double
  /// How many figures of it the run has given.
  public internal(set) var count: Int
}
