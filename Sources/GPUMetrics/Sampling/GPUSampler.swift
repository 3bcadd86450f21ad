/// Asks a source for figures round by round, and keeps telling when the source does not answer.
///
/// Rounds never pile up: while one is unanswered no other begins.
public actor GPUSampler {
  private enum Phase {
    case idle
    case asking(since: Duration, Task<Void, Never>)
  }

  private let openSource: @Sendable () async -> any GPUSource
  private let patience: Duration
  private let retryInterval: Duration
  private let clock: SamplingClock

  private var source: (any GPUSource)?
  private var phase = Phase.idle
  private var last: GPUReport?
  private var retryAt: Duration = .zero
  private var ticking: Task<Void, Never>?
  private var continuation: AsyncStream<GPUReport>.Continuation?
  /// Counts calls of `reports` and `stop`, so that an answer from before is dropped.
  private var generation = 0

  /// - Parameters:
  ///   - patience: How long a round may take before the last figures are told as old ones.
  ///   - retryInterval: How long to wait before sources are looked for again where there is none.
  ///   - openSource: Finds the source to ask, such as `GPUSourceSelector.select`.
  public init(
    patience: Duration = .seconds(3), retryInterval: Duration = .seconds(15),
    clock: SamplingClock = .continuous(), openSource: @escaping @Sendable () async -> any GPUSource
  ) {
    self.patience = patience
    self.retryInterval = retryInterval
    self.clock = clock
    self.openSource = openSource
  }

  /// Starts asking; of the reports not yet taken only the newest is kept. Ends an earlier stream.
  public func reports(every period: Duration) -> AsyncStream<GPUReport> {
    stop()
    let (stream, continuation) = AsyncStream.makeStream(
      of: GPUReport.self, bufferingPolicy: .bufferingNewest(1))
    self.continuation = continuation
    let generation = generation
    continuation.onTermination = { [weak self] _ in
      Task { await self?.stop(ifStill: generation) }
    }
    let clock = clock
    ticking = Task { [weak self] in
      while !Task.isCancelled {
        await self?.tick(generation)
        do { try await clock.sleep(period) } catch { return }
      }
    }
    return stream
  }

  /// Ends the stream and lets go of the source; does not wait for a driver that hangs.
  public func stop() {
    generation += 1
    ticking?.cancel()
    ticking = nil
    continuation?.finish()
    continuation = nil
    if case .asking(_, let task) = phase { task.cancel() }
    phase = .idle
    last = nil
    release()
  }

  private func stop(ifStill expected: Int) {
    if generation == expected { stop() }
  }

  private func tick(_ expected: Int) {
    guard generation == expected else { return }
    switch phase {
    case .asking(let since, _):
      let silence = clock.now() - since
      if silence >= patience { tell(silence) }
    case .idle:
      if let last, last.source == .none, clock.now() < retryAt {
        continuation?.yield(last)
        return
      }
      phase = .asking(since: clock.now(), Task { await ask(expected) })
    }
  }

  private func ask(_ expected: Int) async {
    let asked: any GPUSource
    if let source {
      asked = source
    } else {
      asked = await openSource()
      guard generation == expected else { return await asked.close() }
      source = asked
    }
    let report = await asked.sample()
    guard generation == expected else { return }
    phase = .idle
    last = report
    if report.source == .none {
      release()
      retryAt = clock.now() + retryInterval
    }
    continuation?.yield(report)
  }

  private func tell(_ silence: Duration) {
    var report = last ?? GPUReport(source: .none)
    let seconds = Int(silence.components.seconds)
    if report.time > 0 { report.time += silence / .seconds(1) }
    report.reason =
      "No answer from the driver for \(seconds) s"
      + (report.devices.isEmpty ? "." : ": the figures are the last known.")
    report.silentSeconds = seconds
    continuation?.yield(report)
  }

  private func release() {
    guard let source else { return }
    self.source = nil
    Task { await source.close() }
  }
}
