/// Whose a process on a GPU is.
public enum GPUOwner: Sendable, Hashable {
  case run(RunID)
  /// No run of this console.
  case other
  /// The driver lists it, and this system shows no such process: it has just ended, or it is in a
  /// container whose process numbers are others.
  case hidden

  /// Nil for what is no run's.
  public var run: RunID? {
    if case .run(let run) = self { run } else { nil }
  }
}
