import Synchronization

/// Only numbers the runs, where nothing can be kept.
public final class NoRecorder: RunRecorder {
  private let last: Mutex<Int>

  /// - Parameter last: The number before the first one to give.
  public init(after last: Int = 0) {
    self.last = Mutex(last)
  }

  public func begin(_ run: StoredRun) async -> RunID {
    last.withLock { last in
      last += 1
      return RunID(last)
    }
  }

  public func update(_ run: StoredRun) {}
  public func record(_ points: [MetricPoint], of run: RunID) {}
  public func record(_ uses: [GPUDeviceUse], of run: RunID) {}
  public func setPackages(_ packages: [StoredPackage], of run: RunID) {}
  public func record(_ event: SessionEvent) {}
  public func record(_ attempt: ExerciseAttempt) {}
  public func flush() async {}
  public func close() async {}
}
