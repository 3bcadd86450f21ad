import WorkshopModel

/// Where a person wants to be.
public enum CatchUpTarget: Sendable, Hashable {
  /// The start of the part the room is in.
  case room(RoomPosition)
  /// The start of this exercise.
  case exercise(String)
}

/// What catching up does, or did, to the workspace.
public struct CatchUp: Sendable, Hashable {
  /// The exercises that are brought to their start, in the part's order.
  public let exercises: [String]
  /// One sentence: where the room is, and that it is these exercises.
  public let says: String
  /// One for each of the exercises; those of which nothing changes have no files.
  public let changes: [WorkspaceChange]

  public init(exercises: [String], says: String, changes: [WorkspaceChange]) {
    self.exercises = exercises
    self.says = says
    self.changes = changes
  }

  public var changesNothing: Bool { changes.allSatisfy(\.changesNothing) }
}
