import SessionEngine
import TerminalCore

/// One of the two run panes: the lane it shows and how far its view is scrolled back.
public struct RunPane: Sendable, Equatable {
  /// The batch the lane belongs to, and its place there; nil for a run alone.
  public var batch: BatchSnapshot.ID?
  public var laneInBatch = 0
  public var lane: BatchLane?
  /// Lines scrolled back; 0 follows the output.
  public var scrollOffset = 0

  public init() {}

  /// What it shows; nil for an empty one.
  public var slot: RunSlot? {
    if let batch { return .lane(batch, laneInBatch) }
    return lane?.run.map { .run($0) }
  }
}
