/// The time a sampler goes by.
public struct SamplingClock: Sendable {
  /// The time since a fixed moment.
  public var now: @Sendable () -> Duration
  /// Returns after the given time; throws when the task is cancelled.
  public var sleep: @Sendable (Duration) async throws -> Void

  public init(
    now: @escaping @Sendable () -> Duration,
    sleep: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.now = now
    self.sleep = sleep
  }

  /// The machine's own clock.
  public static func continuous() -> SamplingClock {
    let start = ContinuousClock.now
    return SamplingClock(
      now: { start.duration(to: .now) },
      sleep: { try await Task.sleep(for: $0) })
  }
}
