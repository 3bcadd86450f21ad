import SessionEngine
import Synchronization

/// An engine's events in the order they came.
final class CollectedEvents: Sendable {
  private let list = Mutex<[EngineEvent]>([])
  private let finished = Mutex(false)

  init(_ stream: AsyncStream<EngineEvent>) {
    Task { [self] in
      for await event in stream { list.withLock { $0.append(event) } }
      finished.withLock { $0 = true }
    }
  }

  var all: [EngineEvent] { list.withLock { $0 } }
  var hasEnded: Bool { finished.withLock { $0 } }

  var runs: [RunSnapshot] {
    all.compactMap { event in
      if case .run(let run) = event { return run }
      return nil
    }
  }

  var statuses: [[EnvironmentStatus]] {
    all.compactMap { event in
      if case .environments(_, let statuses) = event { return statuses }
      return nil
    }
  }

  var prefetches: [PrefetchSnapshot] {
    all.compactMap { event in
      if case .prefetch(let snapshot) = event { return snapshot }
      return nil
    }
  }

  var batches: [BatchSnapshot] {
    all.compactMap { event in
      if case .batch(let batch) = event { return batch }
      return nil
    }
  }
}
