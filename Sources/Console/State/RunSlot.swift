import SessionEngine

/// Something a run pane can show.
public enum RunSlot: Sendable, Hashable {
  /// A lane of a batch, by its place there.
  case lane(BatchSnapshot.ID, Int)
  /// A run that belongs to no batch.
  case run(RunID)
}
