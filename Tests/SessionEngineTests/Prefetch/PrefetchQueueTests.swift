import SessionEngine
import Synchronization
import TestSupport
import Testing

@Suite struct PrefetchQueueTests {
  /// Installs that stand still until a test ends them.
  private final class Installs: Sendable {
    private struct Job {
      let name: String
      let continuation: CheckedContinuation<Void, any Error>
    }

    private let jobs = Mutex<[Job]>([])
    private let begun = Mutex<[String]>([])

    var names: [String] { begun.withLock { $0 } }

    func run(_ name: String) async throws {
      try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { continuation in
          jobs.withLock { $0.append(Job(name: name, continuation: continuation)) }
          begun.withLock { $0.append(name) }
        }
      } onCancel: {
        end(name, CancellationError())
      }
    }

    func end(_ name: String, _ error: (any Error)? = nil) {
      let job = jobs.withLock { jobs in
        jobs.firstIndex { $0.name == name }.map { jobs.remove(at: $0) }
      }
      if let error { job?.continuation.resume(throwing: error) } else { job?.continuation.resume() }
    }
  }

  private let installs = Installs()

  private func queue(free: UInt64? = nil) -> PrefetchQueue {
    let installs = installs
    return PrefetchQueue(freeDiskBytes: { free }) { _, environment, started in
      await started(RunID(1))
      try await installs.run(environment)
    }
  }

  private func item(_ name: String, bytes: UInt64? = nil) -> PrefetchSnapshot.Item {
    PrefetchSnapshot.Item(
      exercise: "exercise-1", environment: name, segment: "one", downloadBytes: bytes,
      phase: .waiting)
  }

  private func waitForPhases(
    _ queue: PrefetchQueue, _ phases: [PrefetchSnapshot.Item.Phase]
  ) async throws {
    try await waitUntil(
      "the phases are \(phases)",
      detail: { await "\(queue.snapshot)" }
    ) { await queue.snapshot.items.map(\.phase) == phases }
  }

  @Test func oneAfterAnotherWhileThereIsTime() async throws {
    let queue = queue()
    await queue.load([item("cpu"), item("gpu")])
    #expect(await queue.snapshot.waitsFor == "waits for a talk or a break")
    #expect(installs.names.isEmpty)
    await queue.setAllowed(true)
    try await waitUntil("the first begins") { installs.names == ["cpu"] }
    try await waitForPhases(queue, [.installing(RunID(1)), .waiting])
    // The talk ends: what has begun goes on, and nothing else begins.
    await queue.setAllowed(false)
    installs.end("cpu")
    try await waitForPhases(queue, [.installed, .waiting])
    #expect(installs.names == ["cpu"])
    await queue.setAllowed(true)
    try await waitUntil("the second begins") { installs.names == ["cpu", "gpu"] }
    installs.end("gpu")
    try await waitForPhases(queue, [.installed, .installed])
    #expect(await queue.snapshot.waitsFor == nil)
    await queue.close()
  }

  @Test func aRunHasPriority() async throws {
    let queue = queue()
    await queue.setAllowed(true)
    await queue.workloadStarted()
    await queue.load([item("cpu")])
    #expect(await queue.snapshot.waitsFor == "a run has priority")
    #expect(installs.names.isEmpty)
    await queue.workloadEnded()
    try await waitUntil("it begins") { installs.names == ["cpu"] }
    installs.end("cpu")
    try await waitForPhases(queue, [.installed])
    await queue.close()
  }

  @Test func aPauseHoldsBackTheNextUntilItIsOver() async throws {
    let queue = queue()
    await queue.setAllowed(true)
    await queue.load([item("cpu"), item("gpu")])
    try await waitUntil("the first begins") { installs.names == ["cpu"] }
    await queue.pause()
    installs.end("cpu")
    try await waitForPhases(queue, [.installed, .waiting])
    #expect(await queue.snapshot.isPaused)
    #expect(await queue.snapshot.waitsFor == "paused")
    await queue.resume()
    try await waitUntil("the second begins") { installs.names == ["cpu", "gpu"] }
    await queue.close()
  }

  @Test func aFailureIsToldAndTheNextGoesOn() async throws {
    let queue = queue()
    let diagnosis = Diagnosis(says: "No network.", remedy: "Look at the cable.")
    await queue.setAllowed(true)
    await queue.load([item("cpu"), item("gpu"), item("jax")])
    try await waitUntil("the first begins") { installs.names == ["cpu"] }
    installs.end("cpu", diagnosis)
    try await waitUntil("the second begins") { installs.names == ["cpu", "gpu"] }
    installs.end("gpu", CancellationError())
    try await waitUntil("the third begins") { installs.names == ["cpu", "gpu", "jax"] }
    installs.end("jax")
    try await waitForPhases(
      queue, [.failed(diagnosis), .skipped("It was stopped."), .installed])
    await queue.retryFailed()
    try await waitUntil("it is tried again") { installs.names.last == "cpu" }
    await queue.close()
  }

  @Test func withoutRoomNothingBegins() async throws {
    let queue = queue(free: 2_000_000_000)
    await queue.setAllowed(true)
    await queue.load([item("large", bytes: 3_900_000_000), item("small", bytes: 1_000_000)])
    try await waitUntil("the small one begins") { installs.names == ["small"] }
    let phase = await queue.snapshot.items[0].phase
    #expect(
      phase
        == .skipped(
          "Not enough room: it takes about 15.6 GB, and 2.0 GB are free, of which 1.0 GB are kept."
        ))
    await queue.close()
  }

  @Test func closingStopsWhatIsInstalledAndEndsTheChanges() async throws {
    let queue = queue()
    await queue.setAllowed(true)
    await queue.load([item("cpu"), item("gpu")])
    try await waitUntil("the first begins") { installs.names == ["cpu"] }
    await queue.close()
    var last: PrefetchSnapshot?
    for await snapshot in queue.changes { last = snapshot }
    #expect(last != nil)
    #expect(installs.names == ["cpu"])
    #expect(await queue.snapshot.items.map(\.phase) == [.waiting, .waiting])
  }
}
