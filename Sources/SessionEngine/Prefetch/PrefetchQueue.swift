/// Installs one environment after another while there is time, and tells every change.
///
/// An install that has begun is not interrupted: a pause, the end of a talk or a run that starts
/// hold back the next one.
public actor PrefetchQueue {
  /// Installs one environment; calls `started` with each step's run as it begins.
  public typealias Install =
    @Sendable (
      _ exercise: String, _ environment: String,
      _ started: @escaping @Sendable (RunID) async -> Void
    ) async throws -> Void

  /// Snapshots, the newest of which counts. One reader.
  public nonisolated let changes: AsyncStream<PrefetchSnapshot>
  private let sink: AsyncStream<PrefetchSnapshot>.Continuation
  private let install: Install
  private let disk: PrefetchDisk
  private let freeDiskBytes: @Sendable () -> UInt64?

  private var items: [PrefetchSnapshot.Item] = []
  private var free: UInt64?
  private var isPaused = false
  private var isAllowed = false
  private var isClosed = false
  private var workloads = 0
  private var work: Task<Void, Never>?

  /// - Parameter freeDiskBytes: Free on the workspace's file system; asked before each install, off
  ///   the cooperative pool.
  public init(
    disk: PrefetchDisk = PrefetchDisk(), freeDiskBytes: @escaping @Sendable () -> UInt64?,
    install: @escaping Install
  ) {
    self.disk = disk
    self.freeDiskBytes = freeDiskBytes
    self.install = install
    (changes, sink) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  public var snapshot: PrefetchSnapshot {
    let next = items.contains { $0.phase == .waiting }
    return PrefetchSnapshot(
      items: items, isPaused: isPaused, freeDiskBytes: free,
      waitsFor: next ? holdReason : nil)
  }

  /// Takes a new plan; what is being installed, has failed or was skipped by a person stays.
  public func load(_ planned: [PrefetchSnapshot.Item]) {
    items = planned.map { item in
      guard let old = items.first(where: { $0.isSame(as: item) }) else { return item }
      switch old.phase {
      case .installing, .failed: return old
      case .waiting, .installed, .skipped: return item
      }
    }
    proceed()
  }

  /// Whether the room has time now, by its clock.
  public func setAllowed(_ allowed: Bool) {
    guard isAllowed != allowed else { return }
    isAllowed = allowed
    proceed()
  }

  /// What has failed waits to be tried once more.
  public func retryFailed() {
    for index in items.indices {
      if case .failed = items[index].phase { items[index].phase = .waiting }
    }
    proceed()
  }

  public func pause() {
    isPaused = true
    proceed()
  }

  public func resume() {
    isPaused = false
    proceed()
  }

  /// A workload runs: nothing begins beside it.
  public func workloadStarted() {
    workloads += 1
    proceed()
  }

  public func workloadEnded() {
    workloads = max(0, workloads - 1)
    proceed()
  }

  /// Stops what is being installed and ends the changes.
  public func close() async {
    isClosed = true
    work?.cancel()
    await work?.value
    sink.finish()
  }

  /// Why nothing may begin now; nil when it may.
  private var holdReason: String? {
    if isPaused { return "paused" }
    if workloads > 0 { return "a run has priority" }
    return isAllowed ? nil : "waits for a talk or a break"
  }

  private func proceed() {
    if !isClosed { sink.yield(snapshot) }
    guard work == nil, !isClosed, holdReason == nil, nextIndex != nil else { return }
    work = Task { await self.drive() }
  }

  private var nextIndex: Int? { items.firstIndex { $0.phase == .waiting } }

  private func drive() async {
    while !isClosed, holdReason == nil, let index = nextIndex {
      let item = items[index]
      let ask = freeDiskBytes
      free = await BlockingWork.run { ask() }
      // The plan may have changed while the disk was asked.
      guard !isClosed, holdReason == nil, nextIndex != nil else { break }
      if let problem = disk.problem(downloadBytes: item.downloadBytes, free: free) {
        set(item, .skipped(problem))
      } else {
        await install(item)
      }
    }
    work = nil
    if !isClosed { sink.yield(snapshot) }
  }

  private func install(_ item: PrefetchSnapshot.Item) async {
    do {
      try await install(item.exercise, item.environment) { run in
        await self.set(item, .installing(run))
      }
      set(item, .installed)
    } catch let diagnosis as Diagnosis {
      set(item, .failed(diagnosis))
    } catch is CancellationError {
      set(item, isClosed ? .waiting : .skipped("It was stopped."))
    } catch {
      set(item, .failed(Diagnosis(says: "\(error)", remedy: "Try it once more.")))
    }
  }

  private func set(_ item: PrefetchSnapshot.Item, _ phase: PrefetchSnapshot.Item.Phase) {
    guard let index = items.firstIndex(where: { $0.isSame(as: item) }) else { return }
    items[index].phase = phase
    if !isClosed { sink.yield(snapshot) }
  }
}

extension PrefetchSnapshot.Item {
  fileprivate func isSame(as other: PrefetchSnapshot.Item) -> Bool {
    exercise == other.exercise && environment == other.environment
  }
}
