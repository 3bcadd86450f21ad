import Foundation
import SessionEngine
import Testing
import WorkshopModel

@Suite struct PrefetchPlannerTests {
  private let workshop = Workshop(
    id: "w", title: "W", event: "E", location: nil, starts: TimeOfDay(minutes: 540),
    segments: [
      Segment(id: "talk", title: "Talk", kind: .talk, offsetMinutes: 0, minutes: 10),
      Segment(
        id: "one", title: "One", kind: .exercise, offsetMinutes: 10, minutes: 10,
        exercises: ["first"]),
      Segment(
        id: "two", title: "Two", kind: .exercise, offsetMinutes: 20, minutes: 10,
        exercises: ["second", "first"]),
    ], corrections: [], exercises: [])

  private func status(
    _ name: String, _ state: EnvironmentStatus.State = .notInstalled, prefix: String? = nil,
    bytes: UInt64? = nil
  ) -> EnvironmentStatus {
    EnvironmentStatus(
      name: name, title: name, provider: .pixi, state: state, prefix: prefix, note: nil,
      lock: bytes.map {
        EnvironmentLock(
          packages: 1, downloadBytes: $0, packagesOfUnknownSize: 0, isMatched: nil)
      })
  }

  private func items(
    from segment: Int = 0, free: UInt64? = nil, _ statuses: [String: [EnvironmentStatus]]
  ) -> [PrefetchSnapshot.Item] {
    PrefetchPlanner(workshop: workshop).items(
      from: segment, statuses: statuses, freeDiskBytes: free)
  }

  @Test func theOutlineDecidesTheOrderAndEachComesOnce() {
    let found = items([
      "first": [status("cpu"), status("gpu", .installed)],
      "second": [status("jax", .broken("half")), status("cpu", .outdated("old"))],
    ])
    #expect(
      found.map { "\($0.exercise) \($0.environment)" } == [
        "first cpu", "second jax", "second cpu",
      ])
    #expect(found.map(\.segment) == ["one", "two", "two"])
    #expect(found.allSatisfy { $0.phase == .waiting })
    let shared = items([
      "first": [status("cpu", prefix: "/venvs/cpu")],
      "second": [status("cpu", prefix: "/venvs/cpu")],
    ])
    #expect(shared.map(\.exercise) == ["first"])
  }

  @Test func whatIsOverIsLeftOut() {
    let statuses = ["first": [status("cpu")], "second": [status("jax")]]
    #expect(items(from: 2, statuses).map(\.exercise) == ["second", "first"])
    #expect(items(from: 3, statuses).isEmpty)
  }

  @Test func withoutRoomItIsSkippedAndSmallerOnesBehindItAreNot() {
    let found = items(
      free: 20_000_000_000,
      [
        "first": [status("small", bytes: 1_000_000_000), status("large", bytes: 3_900_000_000)],
        "second": [status("tiny", bytes: 160_000_000), status("unknown")],
      ])
    #expect(
      found.map(\.phase) == [
        .waiting,
        .skipped(
          "Not enough room: it takes about 15.6 GB, and 16.0 GB are free, of which 1.0 GB are kept."
        ),
        .waiting, .waiting,
      ])
    #expect(found.map(\.downloadBytes) == [1_000_000_000, 3_900_000_000, 160_000_000, nil])
    #expect(items(free: 500_000_000, ["first": [status("unknown")]])[0].phase != .waiting)
  }

  @Test func whatCannotBeMadeSaysWhy() {
    let diagnosis = Diagnosis(says: "No such environment.", remedy: "Add it.")
    #expect(
      items(["first": [status("gpu", .unavailable(diagnosis))]])[0].phase
        == .skipped("No such environment. Add it."))
  }

  @Test func thereIsTimeInTalksAndBreaks() {
    #expect(
      SegmentKind.allCases.filter { PrefetchPlanner.isAllowed(during: $0) } == [
        .talk, .break,
      ])
    #expect(!PrefetchPlanner.isAllowed(during: nil))
  }
}
