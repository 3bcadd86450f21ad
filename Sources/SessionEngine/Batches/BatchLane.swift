/// One environment's way through a batch.
public struct BatchLane: Sendable, Hashable {
  public enum Phase: Sendable, Hashable {
    /// Behind another lane's install, or ready before the others are; a sentence that says so.
    case waiting(String)
    case installing
    case running
    case ended
    /// It will not run; why, and the way out.
    case failed(Diagnosis)
    /// Stopped before it ran.
    case cancelled
  }

  public let environment: String
  public var phase: Phase
  /// The run that belongs to the phase, or the last one there was.
  public var run: RunID?
  /// Which of the batch's repeats it is at, counted from 1; nil before the first.
  public var repetition: Int?
  /// Every workload run of the lane in order, the current one last.
  public var workloadRuns: [RunID] = []

  public init(environment: String, phase: Phase, run: RunID? = nil) {
    self.environment = environment
    self.phase = phase
    self.run = run
  }

  public var isOver: Bool {
    switch phase {
    case .ended, .failed, .cancelled: true
    case .waiting, .installing, .running: false
    }
  }
}
