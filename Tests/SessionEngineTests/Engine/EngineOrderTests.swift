import ProcessRunner
import SessionEngine
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct EngineOrderTests {
  /// Holds the launches of named environments until each is let go.
  private final class Holds: Sendable {
    private let held: Mutex<Set<String>>
    private let asked = Mutex<Set<String>>([])

    init(_ names: Set<String>) { held = Mutex(names) }

    var haveAsked: Set<String> { asked.withLock { $0 } }

    func letGo(_ name: String) { _ = held.withLock { $0.remove(name) } }

    func pass(_ name: String) async {
      _ = asked.withLock { $0.insert(name) }
      try? await waitUntil("\(name) is let go") { !held.withLock { $0.contains(name) } }
    }
  }

  private func fixture(_ names: [String], _ holds: Holds) throws -> EngineFixture {
    try EngineFixture(
      installed: Set(names), environments: names,
      hooks: .init(beforeLaunch: { await holds.pass($0) })
    ) { folder in
      Dictionary(
        uniqueKeysWithValues: names.map {
          ($0, .init(workload: EngineFixture.note($0, in: folder)))
        })
    }
  }

  @Test func numbersFollowTheOrderTheEnvironmentsWereAskedFor() async throws {
    let holds = Holds(["gpu"])
    let fixture = try fixture(["cpu", "gpu", "jax"], holds)
    let id = try await fixture.engine.start(fixture.request("gpu", "jax", "cpu", repeats: 2))
    // Plans do not wait for each other, whatever the first one takes.
    try await waitUntil("all are planned") { holds.haveAsked == ["cpu", "gpu", "jax"] }
    #expect(await fixture.engine.batch(id)?.lanes.allSatisfy(\.workloadRuns.isEmpty) == true)
    holds.letGo("gpu")
    let (batch, _) = try #require(await fixture.engine.waitForEnd(of: id))
    #expect(
      batch.lanes.map { $0.workloadRuns.map(\.number) } == [[1, 4], [2, 5], [3, 6]])
    await fixture.engine.close()
  }

  @Test func aLaneThatWaitsBehindAnotherIsStoppedAlone() async throws {
    let holds = Holds(["gpu"])
    let fixture = try fixture(["gpu", "jax", "cpu"], holds)
    let id = try await fixture.engine.start(fixture.request("gpu", "jax", "cpu"))
    try await waitUntil("all are planned") { holds.haveAsked.count == 3 }
    await fixture.engine.stop(lane: 1, of: id)
    #expect(await fixture.engine.batch(id)?.lanes[1].phase == .cancelled)
    holds.letGo("gpu")
    let (batch, _) = try #require(await fixture.engine.waitForEnd(of: id))
    #expect(batch.lanes.map(\.phase) == [.ended, .cancelled, .ended])
    #expect(batch.lanes.map { $0.workloadRuns.map(\.number) } == [[1], [], [2]])
    #expect(Set(fixture.diary) == ["gpu", "cpu"])
    await fixture.engine.close()
  }

  @Test func stoppingTheBatchEndsTheWaitingForATurn() async throws {
    let holds = Holds(["gpu"])
    let fixture = try fixture(["gpu", "jax"], holds)
    let id = try await fixture.engine.start(fixture.request("gpu", "jax"))
    try await waitUntil("both are planned") { holds.haveAsked.count == 2 }
    async let stopped: Void = fixture.engine.stop(batch: id)
    try await waitUntil("the second has given up") {
      await fixture.engine.batch(id)?.lanes[1].phase == .cancelled
    }
    holds.letGo("gpu")
    await stopped
    #expect(fixture.diary.isEmpty)
    await fixture.engine.close()
  }

  @Test func aLaneThatCannotBePlannedHoldsNobodyUp() async throws {
    let holds = Holds([])
    let fixture = try EngineFixture(
      installed: ["jax"], environments: ["gpu", "jax"],
      hooks: .init(beforeLaunch: { await holds.pass($0) })
    ) { folder in
      ["gpu": .init(installs: ["exit 1"]), "jax": .init(workload: "true")]
    }
    let (batch, runs) = try await fixture.carryOut(fixture.request("gpu", "jax"))
    #expect(runs[1]?.state.hasSucceeded == true)
    #expect(batch.lanes[1].workloadRuns.count == 1)
    await fixture.engine.close()
  }
}
