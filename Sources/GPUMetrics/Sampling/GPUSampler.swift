/// Asks a source for figures round by round, and keeps telling when the source does not answer.
///
/// Rounds never pile up: while one is unanswered no other begins. A source that gives out is
/// replaced in the same round, a better one is looked for while another serves, and where there is
/// none it is looked for again.
public actor GPUSampler {
  private enum Phase {
    case idle
    case asking(since: Duration, Task<Void, Never>)
  }

  /// How long a change of the source is told.
  private static let newsTime = Duration.seconds(30)

  private let openSource: @Sendable () async -> any GPUSource
  private let findBetter: @Sendable (GPUSourceKind) async -> (any GPUSource)?
  private let patience: Duration
  private let retryInterval: Duration
  private let betterInterval: Duration
  private let clock: SamplingClock

  private var source: (any GPUSource)?
  private var phase = Phase.idle
  private var last: GPUReport?
  private var retryAt: Duration = .zero
  private var betterAt: Duration = .zero
  private var search: Task<Void, Never>?
  /// Takes the place of `source` in the next round.
  private var better: (any GPUSource)?
  /// Where the newest figures came from; `none` where there were none, nil before the first answer.
  private var served: GPUSourceKind?
  private var news: (words: String, until: Duration)?
  private var ticking: Task<Void, Never>?
  private var continuation: AsyncStream<GPUReport>.Continuation?
  /// Counts calls of `reports` and `stop`, so that an answer from before is dropped.
  private var generation = 0

  /// - Parameters:
  ///   - patience: How long a round may take before the last figures are told as old ones.
  ///   - retryInterval: How long to wait before sources are looked for again where there is none.
  ///   - betterInterval: How long to wait before a better one is looked for than the one that serves.
  ///   - findBetter: Finds a better source than one of this kind, beside it; nil where there is none.
  ///   - openSource: Finds the source to ask, such as `GPUSourceSelector.select`.
  public init(
    patience: Duration = .seconds(3), retryInterval: Duration = .seconds(15),
    betterInterval: Duration = .seconds(60), clock: SamplingClock = .continuous(),
    findBetter: @escaping @Sendable (GPUSourceKind) async -> (any GPUSource)? = { _ in nil },
    openSource: @escaping @Sendable () async -> any GPUSource
  ) {
    self.patience = patience
    self.retryInterval = retryInterval
    self.betterInterval = betterInterval
    self.clock = clock
    self.findBetter = findBetter
    self.openSource = openSource
  }

  /// Asks the sources of a machine, the best there is at each moment.
  public init(_ selector: GPUSourceSelector, patience: Duration = .seconds(3)) {
    self.init(
      patience: patience, findBetter: { await selector.better(than: $0) },
      openSource: { await selector.select() })
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
    search = nil
    served = nil
    news = nil
    release()
  }

  private func stop(ifStill expected: Int) {
    if generation == expected { stop() }
  }

  private func tick(_ expected: Int) {
    guard generation == expected else { return }
    lookForBetter(expected)
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
    if let better {
      release(keepsBetter: true)
      source = better
      self.better = nil
    }
    guard var report = await sample(expected) else { return }
    // What has served until now may be followed by another at once.
    if report.source == .none, served != nil, served != GPUSourceKind.none {
      release()
      guard let next = await sample(expected) else { return }
      report = next
    }
    phase = .idle
    if report.source == .none {
      release()
      retryAt = clock.now() + retryInterval
    }
    noteChange(to: report.source)
    if let news, clock.now() < news.until, report.reason == nil { report.reason = news.words }
    last = report
    continuation?.yield(report)
  }

  /// - Returns: Nil when nobody wants the answer any more.
  private func sample(_ expected: Int) async -> GPUReport? {
    let asked: any GPUSource
    if let source {
      asked = source
    } else {
      asked = await openSource()
      guard generation == expected else {
        await asked.close()
        return nil
      }
      source = asked
      betterAt = clock.now() + betterInterval
    }
    let report = await asked.sample()
    return generation == expected ? report : nil
  }

  private func noteChange(to kind: GPUSourceKind) {
    defer { served = kind }
    guard let served, served != kind, kind == .nvml else { return }
    let words =
      served == .nvidiaSMI
      ? "NVML serves again: the figures come from it, no longer from nvidia-smi."
      : "NVML answers now: the figures come from it."
    news = (words, clock.now() + Self.newsTime)
  }

  // MARK: A better source

  private func lookForBetter(_ expected: Int) {
    guard let kind = source?.kind, kind == .nvidiaSMI, search == nil, better == nil,
      clock.now() >= betterAt
    else { return }
    let findBetter = findBetter
    search = Task { await self.take(better: findBetter(kind), expected) }
  }

  private func take(better found: (any GPUSource)?, _ expected: Int) async {
    guard generation == expected, source?.kind == .nvidiaSMI else {
      if generation == expected { search = nil }
      await found?.close()
      return
    }
    search = nil
    betterAt = clock.now() + betterInterval
    better = found
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

  private func release(keepsBetter: Bool = false) {
    if let better, !keepsBetter {
      self.better = nil
      Task { await better.close() }
    }
    guard let source else { return }
    self.source = nil
    Task { await source.close() }
  }
}
