import Foundation
import ProcessRunner
import SessionEngine
import Testing

@Suite struct ComparisonOfFailuresTests {
  private func compare(_ sides: ComparedSide...) throws -> Comparison {
    try ComparisonBuilder().comparison(sides)
  }

  private func alone(_ run: ComparedRun) -> ComparedSide { ComparedSide(runs: [run]) }

  private func figure(_ id: String, _ comparison: Comparison) throws -> Comparison.Figure {
    try #require(comparison.figures.first { $0.id == id })
  }

  // MARK: Runs that did not end well

  @Test func aFailedRunNeverWinsAndItsEndIsSaid() throws {
    let comparison = try compare(
      alone(Trainings.run(1, speed: 9000, standing: .failed("exit status 1"))),
      alone(Trainings.run(2, "cpu", speed: 1000)))
    #expect(comparison.figures.allSatisfy { $0.verdict == .none })
    #expect(
      comparison.sentences.first
        == "gpu: run #1 failed after 4 epochs (exit status 1); the figures are those it gave "
        + "until then.")
    #expect(!comparison.sentences.contains { $0.contains("as many images") })
    #expect(try figure("training_seconds", comparison).values[0] == nil)
    #expect(comparison.sides.map(\.succeeded) == [0, 1])
  }

  @Test func aFailedRepeatIsLeftOutOfTheFigures() throws {
    var gpu = Trainings.side("gpu", first: 1, speeds: [2400, 2500, 2600])
    gpu.runs.append(Trainings.run(4, speed: 10, standing: .failed("killed (SIGKILL)")))
    let comparison = try compare(
      gpu, Trainings.side("cpu", first: 5, speeds: [990, 1000, 1010], device: "cpu"))
    #expect(try figure("images_per_second", comparison).values[0] == Spread([2400, 2500, 2600]))
    #expect(comparison.sides[0].succeeded == 3)
    #expect(comparison.sides[0].runs == [1, 2, 3, 4].map { RunID($0) })
    #expect(comparison.sentences.first?.hasSuffix("it is left out of the figures.") == true)
  }

  @Test func aRunThatFailedAtOnceTakesNothingFromTheOther() throws {
    var broken = Trainings.run(1, standing: .failed("exit status 1"))
    broken.series = [:]
    let comparison = try compare(alone(broken), alone(Trainings.run(2, "cpu")))
    #expect(try figure("seconds_per_epoch", comparison).values.map { $0?.median } == [nil, 10])
    #expect(
      comparison.sentences.first
        == "gpu: run #1 failed (exit status 1); the figures are those it gave until then.")
  }

  @Test func aRunThatStillRunsIsComparedSoFar() throws {
    let comparison = try compare(
      alone(Trainings.run(1, epochs: 2, speed: 2000, standing: .alive)),
      alone(Trainings.run(2, "cpu", epochs: 4, speed: 1000)))
    #expect(
      comparison.sentences.prefix(2) == [
        "gpu: run #1 still runs after 2 epochs; its figures are so far.",
        // Over the two epochs both have finished: the first one half as fast.
        "gpu handled 2.00× as many images a second as cpu: 1\u{202F}500 images/s against "
          + "750.0 images/s, so far.",
      ])
    #expect(comparison.figures.allSatisfy { $0.verdict == .none })
  }

  // MARK: Different lengths

  @Test func unlikeNumbersOfEpochsAreComparedWhereBothHaveBeen() throws {
    let comparison = try compare(
      alone(Trainings.run(1, epochs: 2, accuracies: [0.5, 0.6])),
      alone(Trainings.run(2, "cpu", epochs: 4, accuracies: [0.5, 0.72, 0.8, 0.9])))
    let shared = try figure("accuracy_after_epochs", comparison)
    #expect(shared.title == "Accuracy after 2 epochs")
    #expect(shared.values.map { $0?.median } == [60, 72])
    #expect(shared.verdict == .notRepeated)
    let training = try figure("training_seconds", comparison)
    #expect(training.verdict == .none)
    #expect(training.note == "Not the same number of epochs (2, 4).")
    #expect(
      comparison.sentences.contains("cpu is 12.0 points more accurate after 2 epochs than gpu."))
    #expect(!comparison.sentences.contains { $0.contains("as long to train") })
  }
}
