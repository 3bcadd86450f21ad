import SessionEngine

/// A row of the table of processes: a process, or in a tree who has those below it.
public struct GPUProcessRow: Sendable, Hashable {
  public enum ID: Sendable, Hashable {
    case owner(GPUOwner)
    /// A process stands there once for each part of a GPU that is split.
    case process(Int32, part: String)
  }

  let id: ID
  let share: GPUShare?
  let process: OwnedGPUProcess?
  /// Whether it is told whose the process is.
  let isOwned: Bool

  /// Nil for what is no run's.
  var run: RunID? {
    switch id {
    case .owner(let owner): owner.run
    case .process: isOwned ? process?.owner.run : nil
    }
  }
}
