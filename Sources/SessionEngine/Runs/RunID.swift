/// A run's number within the session, counted from 1 and never used again.
public struct RunID: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let number: Int

  public init(_ number: Int) {
    self.number = number
  }

  public var description: String { "#\(number)" }

  public static func < (left: RunID, right: RunID) -> Bool {
    left.number < right.number
  }
}
