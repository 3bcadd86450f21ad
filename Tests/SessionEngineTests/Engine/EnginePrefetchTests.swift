import Foundation
import ProcessRunner
import SessionEngine
import Synchronization
import TestSupport
import Testing
import WorkshopModel

@Suite(.timeLimit(.minutes(10))) struct EnginePrefetchTests {
  private static let segments = [
    Segment(
      id: "one", title: "One", kind: .exercise, offsetMinutes: 0, minutes: 10,
      exercises: ["exercise-1"])
  ]

  private func fixture(
    _ environments: [String] = ["cpu", "gpu"], hooks: ScriptedProvider.Hooks = .init(),
    installed: Set<String> = ["bare"], install: String = "true"
  ) throws -> EngineFixture {
    try EngineFixture(
      installed: installed, environments: environments, hooks: hooks, segments: Self.segments
    ) { folder in
      Dictionary(
        uniqueKeysWithValues: environments.map { name in
          (
            name,
            .init(
              installs: [
                EngineFixture.note(name, in: folder) + "; "
                  + install.replacing("GATE", with: Gate("go", in: folder).wait)
              ],
              workload: EngineFixture.note("runs", in: folder) + "; "
                + Gate("end", in: folder).wait)
          )
        })
    }
  }

  private func start(_ fixture: EngineFixture, _ kind: SegmentKind?) async throws {
    try await fixture.engine.startPrefetch { .init(segment: 0, kind: kind) }
  }

  private func waitFor(
    _ what: String, _ fixture: EngineFixture,
    _ isMet: @escaping (PrefetchSnapshot) -> Bool
  ) async throws {
    try await waitUntil(what, detail: { "\(fixture.events.prefetches.last.debugDescription)" }) {
      fixture.events.prefetches.last.map(isMet) == true
    }
  }

  @Test(arguments: [SegmentKind.talk, .break])
  func installsWhileTheRoomListens(kind: SegmentKind) async throws {
    let fixture = try fixture()
    try await start(fixture, kind)
    try await waitFor("all is installed", fixture) { snapshot in
      snapshot.items.count == 2 && snapshot.items.allSatisfy { $0.phase == .installed }
    }
    #expect(fixture.diary == ["cpu", "gpu"])
    #expect(fixture.provider.has("cpu") && fixture.provider.has("gpu"))
    await fixture.engine.close()
  }

  @Test(arguments: [SegmentKind.exercise, nil])
  func waitsWhileTheRoomWorks(kind: SegmentKind?) async throws {
    let fixture = try fixture()
    try await start(fixture, kind)
    try await waitFor("it says what it waits for", fixture) {
      $0.waitsFor == "waits for a talk or a break"
    }
    #expect(fixture.diary.isEmpty)
    // The same plan in a talk begins.
    try await start(fixture, .talk)
    try await waitFor("all is installed", fixture) { snapshot in
      snapshot.items.allSatisfy { $0.phase == .installed }
    }
    await fixture.engine.close()
  }

  @Test func aPauseHoldsTheNextAndLetsTheOneThatRunsGoOn() async throws {
    let fixture = try fixture(install: "GATE")
    let gate = Gate("go", in: fixture.folder)
    try await start(fixture, .talk)
    try await fixture.waitForDiary("cpu")
    await fixture.engine.pausePrefetch()
    gate.open()
    try await waitFor("the first is there and the next waits", fixture) { snapshot in
      snapshot.items.map(\.phase) == [.installed, .waiting] && snapshot.waitsFor == "paused"
    }
    #expect(fixture.diary == ["cpu"])
    await fixture.engine.resumePrefetch()
    try await fixture.waitForDiary("gpu")
    gate.open()
    try await waitFor("the second is there, too", fixture) { snapshot in
      snapshot.items.allSatisfy { $0.phase == .installed }
    }
    await fixture.engine.close()
  }

  @Test func aRunHasPriority() async throws {
    let fixture = try fixture(installed: ["bare", "cpu"])
    let gate = Gate("end", in: fixture.folder)
    let batch = try await fixture.engine.start(fixture.request("cpu"))
    try await fixture.waitForDiary("runs")
    // A queue that begins beside a run knows of it.
    try await start(fixture, .talk)
    try await waitFor("it waits for the run", fixture) { $0.waitsFor == "a run has priority" }
    #expect(fixture.diary == ["runs"])
    gate.open()
    _ = await fixture.engine.waitForEnd(of: batch)
    try await fixture.waitForDiary("gpu")
    await fixture.engine.close()
  }

  @Test func whatHasNoRoomIsLeftOutWithItsReason() async throws {
    let lock = EnvironmentLock(
      packages: 3, downloadBytes: 1 << 60, packagesOfUnknownSize: 0, isMatched: nil)
    let fixture = try fixture(hooks: .init(lock: lock))
    try await start(fixture, .talk)
    try await waitFor("all are left out", fixture) { snapshot in
      snapshot.items.count == 2
        && snapshot.items.allSatisfy { item in
          if case .skipped(let reason) = item.phase { return reason.contains("Not enough room") }
          return false
        }
    }
    #expect(fixture.diary.isEmpty)
    await fixture.engine.close()
  }

  @Test func closingStopsTheInstallThatRuns() async throws {
    let fixture = try fixture(install: "echo $$ > pid; GATE")
    try await start(fixture, .break)
    try await fixture.waitForDiary("cpu")
    try await waitUntil("its process is known") {
      try fixture.processNumber(in: "workspace/exercise-1/pid") != nil
    }
    let process = try #require(try fixture.processNumber(in: "workspace/exercise-1/pid"))
    await fixture.engine.close()
    #expect(!EngineFixture.isAlive(process))
    #expect(fixture.diary == ["cpu"])
  }
}
