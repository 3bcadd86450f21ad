import Foundation
import SessionEngine
import TestSupport
import Testing
import WorkshopModel

@Suite(.timeLimit(.minutes(10))) struct EngineCheckTests {
  private static let goals = [
    Goal(
      id: "trained", says: "It has trained.",
      requirement: .command(CommandRequirement(command: "train", environment: "cpu"))),
    Goal(
      id: "told", says: "It told its accuracy.",
      requirement: .output(
        {
          var requirement = OutputRequirement()
          requirement.facts = ["framework": "torch"]
          requirement.figures = ["accuracy"]
          return requirement
        }())),
    Goal(id: "file", says: "There is one.", requirement: .file(FileRequirement(path: "out.txt"))),
  ]

  private func fixture(
    keeping: Bool, in directory: TemporaryDirectory? = nil
  ) async throws -> EngineFixture {
    let directory = try directory ?? TemporaryDirectory()
    return try EngineFixture(
      installed: ["cpu"], in: directory,
      memory: keeping ? await EngineFixture.memory(in: directory) : .keepingNothing(),
      goals: Self.goals
    ) { _ in
      [
        "cpu": .init(
          workload: "echo event=start framework=torch version=2.13.0; echo epoch=1 accuracy=0.5; "
            + "echo done > out.txt"),
        "gpu": .init(installs: ["true"]),
      ]
    }
  }

  private func statuses(_ verdict: ExerciseVerdict) -> [GoalStatus] { verdict.goals.map(\.status) }

  @Test(arguments: [true, false])
  func aRunOfThisSessionCountsKeptOrNot(_ isKept: Bool) async throws {
    let fixture = try await fixture(keeping: isKept)
    let before = try await fixture.engine.check("exercise-1")
    #expect(statuses(before) == [.open, .open, .open] && !before.passed)
    _ = try await fixture.carryOut(fixture.request("cpu"))
    let after = try await fixture.engine.check("exercise-1")
    #expect(statuses(after).prefix(2) == [.met, .met], "\(after)")
    await fixture.engine.close()
  }

  @Test func aRunOfAnEarlierSessionCounts() async throws {
    let directory = try TemporaryDirectory()
    let first = try await fixture(keeping: true, in: directory)
    _ = try await first.carryOut(first.request("cpu"))
    await first.engine.close()
    let second = try await fixture(keeping: true, in: directory)
    let verdict = try await second.engine.check("exercise-1")
    #expect(statuses(verdict).prefix(2) == [.met, .met], "\(verdict)")
    await second.engine.close()
  }

  @Test func ofManyChecksTheNewestAnswers() async throws {
    let fixture = try await fixture(keeping: false)
    let engine = fixture.engine
    let answers = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<40 { group.addTask { (try? await engine.check("exercise-1")) != nil } }
      return await group.reduce(into: 0) { count, isAnswered in count += isAnswered ? 1 : 0 }
    }
    #expect(answers >= 1)
    // Nothing is left behind that would hold the next one up.
    #expect(try await engine.check("exercise-1").goals.count == 3)
    await engine.close()
  }

  @Test func anExerciseThatIsNotThereIsToldSo() async throws {
    let fixture = try await fixture(keeping: false)
    await #expect(throws: Diagnosis.self) { try await fixture.engine.check("exercise-9") }
    await fixture.engine.close()
  }
}
