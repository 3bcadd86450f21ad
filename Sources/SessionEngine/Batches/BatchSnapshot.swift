/// Where a batch stands.
public struct BatchSnapshot: Sendable, Hashable, Identifiable {
  public struct ID: Sendable, Hashable {
    public let number: Int

    public init(_ number: Int) {
      self.number = number
    }
  }

  public let id: ID
  public let exercise: String
  public var lanes: [BatchLane]
  /// How often each lane runs.
  public var repeats = 1

  public init(id: ID, exercise: String, lanes: [BatchLane]) {
    self.id = id
    self.exercise = exercise
    self.lanes = lanes
  }

  public var isOver: Bool { lanes.allSatisfy(\.isOver) }
}
