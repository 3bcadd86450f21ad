/// What the engine tells its front end; snapshots are whole, so the newest replaces the one before.
public enum EngineEvent: Sendable, Equatable {
  case provider(ProviderDescription)
  case environments(exercise: String, [EnvironmentStatus])
  case run(RunSnapshot)
  /// A run's screen has changed since its last snapshot was taken.
  case screen(RunID)
  case batch(BatchSnapshot)
  case prefetch(PrefetchSnapshot)
  /// Whose the processes on the GPUs are, after every round of sampling.
  case gpu(GPUOwnership)
  case memory(MemoryStatus)
  /// Something asked for could not be done.
  case failed(Diagnosis)
}
