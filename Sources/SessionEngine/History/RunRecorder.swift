/// Keeps what runs do; whoever runs them tells it, and never waits for a disk but for a number.
public protocol RunRecorder: Sendable {
  /// Gives a run its number, which no other run of the workshop has had.
  /// - Parameter run: Its own `id` is not looked at.
  func begin(_ run: StoredRun) async -> RunID
  /// Keeps a run as it is now; of several states that wait, the last is kept.
  func update(_ run: StoredRun)
  /// Keeps figures, in the order of the calls. May be called on any thread.
  func record(_ points: [MetricPoint], of run: RunID)
  /// Keeps what a run has used of GPUs so far, in the place of what was told before.
  func record(_ uses: [GPUDeviceUse], of run: RunID)
  func setPackages(_ packages: [StoredPackage], of run: RunID)
  func record(_ event: SessionEvent)
  /// Keeps what a person did with an exercise.
  func record(_ attempt: ExerciseAttempt)
  /// Writes what waits now; returns when that has been tried.
  func flush() async
  /// Writes what waits and lets go of the file; nothing is kept after it.
  func close() async
}
