import Foundation
import ProcessRunner
import SessionEngine
import Testing

@Suite struct ComparisonBuilderTests {
  private func compare(_ sides: ComparedSide...) throws -> Comparison {
    try ComparisonBuilder().comparison(sides)
  }

  private func alone(_ run: ComparedRun) -> ComparedSide { ComparedSide(runs: [run]) }

  private func figure(_ id: String, _ comparison: Comparison) throws -> Comparison.Figure {
    try #require(comparison.figures.first { $0.id == id })
  }

  // MARK: Figures

  @Test func theSpeedIsTheMedianOverTheEpochsAndNotItsSlowFirstOne() throws {
    let comparison = try compare(
      alone(Trainings.run(1, "gpu", speed: 2500)), alone(Trainings.run(2, "cpu", speed: 1000)))
    let speed = try figure("images_per_second", comparison)
    #expect(speed.values.map { $0?.median } == [2500, 1000])
    #expect(speed.ratios == [1, 0.4])
    #expect(speed.verdict == .notRepeated)
  }

  @Test func timesAreByTheRunsOwnClock() throws {
    let comparison = try compare(
      alone(Trainings.run(1, epochSeconds: 10)), alone(Trainings.run(2, "cpu", epochSeconds: 25)))
    #expect(try figure("training_seconds", comparison).values.map { $0?.median } == [40, 100])
    #expect(try figure("seconds_per_epoch", comparison).values.map { $0?.median } == [10, 25])
    #expect(try figure("training_seconds", comparison).note == nil)
  }

  @Test func withoutAClockOfItsOwnARunIsTimedFromItsStart() throws {
    var first = Trainings.run(1, epochSeconds: 10)
    first.series["elapsed"] = nil
    let comparison = try compare(alone(first), alone(Trainings.run(2, "cpu", epochSeconds: 25)))
    // Both alike: 2 s of loading come before the first epoch of either.
    let training = try figure("training_seconds", comparison)
    #expect(training.values.map { $0?.median } == [42, 102])
    #expect(training.note?.contains("from the run's start") == true)
    #expect(try figure("seconds_per_epoch", comparison).values.map { $0?.median } == [10, 25])
  }

  @Test func theSharedAccuracyIsOneThatEveryRunReached() throws {
    let comparison = try compare(
      alone(Trainings.run(1, epochSeconds: 10, accuracies: [0.5, 0.7, 0.8432, 0.93])),
      alone(Trainings.run(2, "cpu", epochSeconds: 20, accuracies: [0.6, 0.8437, 0.83, 0.84])))
    let target = try figure("seconds_to_accuracy", comparison)
    #expect(target.title == "Time to 84.3 % accuracy")
    #expect(target.values.map { $0?.median } == [30, 40])
    #expect(try figure("best_accuracy", comparison).values.map { $0?.median } == [93, 84.37])
    #expect(try figure("final_accuracy", comparison).values.map { $0?.median } == [93, 84])
  }

  @Test func aFigureNobodyGaveIsNotARowAndOneSideAloneHasNoVerdict() throws {
    var cpu = Trainings.run(2, "cpu")
    cpu.series["images_per_second"] = nil
    let comparison = try compare(alone(Trainings.run(1)), alone(cpu))
    let speed = try figure("images_per_second", comparison)
    #expect(speed.values[1] == nil && speed.ratios[1] == nil)
    #expect(speed.verdict == .none)
    #expect(!comparison.figures.contains { $0.id == "gpu_energy_joules" })
  }

  @Test func memoryOfTheGPUIsOnlySaidOfRunsThatWereOnOne() throws {
    let comparison = try compare(
      alone(Trainings.run(1)), alone(Trainings.run(2, "cpu", device: "cpu")))
    let memory = try figure("gpu_peak_memory_bytes", comparison)
    #expect(memory.values.map { $0?.median } == [2_147_483_648, nil])
    #expect(
      try figure("peak_memory_bytes", comparison).values.map { $0?.median }
        == [1_610_612_736.0, 1_610_612_736.0])
  }

  @Test func figuresOfASharedGPUHaveNoWinner() throws {
    func side(_ first: Int, _ environment: String, joules: Double) -> ComparedSide {
      ComparedSide(
        runs: (0..<5).map { index in
          var run = Trainings.run(first + index, environment)
          run.gpu = GPUUse(energyJoules: joules + Double(index), wasShared: true)
          return run
        })
    }
    let energy = try figure(
      "gpu_energy_joules", try compare(side(1, "a", joules: 100), side(6, "b", joules: 900)))
    #expect(energy.verdict == .none)
    #expect(energy.note == "Others used the GPU at the same time: the figure is of all of them.")
  }

  // MARK: Repeats

  @Test func repeatsGiveMediansAndAWinnerBeyondTheirSpread() throws {
    let comparison = try compare(
      Trainings.side("gpu", first: 1, speeds: [2400, 2450, 2500, 2550, 2600]),
      Trainings.side("cpu", first: 6, speeds: [990, 995, 1000, 1005, 1010], device: "cpu"))
    let speed = try figure("images_per_second", comparison)
    #expect(speed.values[0] == Spread([2400, 2450, 2500, 2550, 2600]))
    #expect(speed.verdict == .better(side: 0))
    #expect(try figure("training_seconds", comparison).verdict == .better(side: 0))
    #expect(
      comparison.sentences.first
        == "gpu handled 2.50× as many images a second as cpu: 2\u{202F}500 images/s "
        + "(2\u{202F}400 to 2\u{202F}600) against 1\u{202F}000 images/s "
        + "(990.0 to 1\u{202F}010).")
  }

  @Test func noWinnerIsDeclaredInsideTheNoise() throws {
    let comparison = try compare(
      Trainings.side("gpu", first: 1, speeds: [1000, 1100, 1200, 900, 1050]),
      Trainings.side("jax", first: 6, speeds: [1010, 1150, 1190, 1300, 1080]))
    #expect(try figure("images_per_second", comparison).verdict == .withinTheNoise)
    #expect(
      comparison.sentences.contains {
        $0.hasPrefix("Images per second: no difference beyond the noise of the repeats")
      })
    #expect(!comparison.sentences.contains { $0.contains("as many images") })
  }

  @Test func aSingleRunPerSideIsSaidToTellLittle() throws {
    let comparison = try compare(
      alone(Trainings.run(1, speed: 1050)), alone(Trainings.run(2, "cpu", speed: 1000)))
    #expect(comparison.sentences.contains("Equally fast: images/s within 10 %."))
    #expect(comparison.sentences.last?.contains("--repeat 5") == true)
  }

  /// Two sides of one speed, as a fixed seed and a still machine give them.
  @Test func sidesThatAreEquallyGoodAreBothNamed() throws {
    let comparison = try compare(
      Trainings.side("gpu", first: 1, speeds: [1000, 1000]),
      Trainings.side("jax", first: 3, speeds: [1000, 1000]))
    let sentences = comparison.sentences.filter { $0.contains("beyond the noise") }
    #expect(sentences.count == 3)
    for sentence in sentences {
      #expect(sentence.contains("(gpu ") && sentence.contains(", jax "), "\(sentence)")
    }
  }

  @Test func repeatsOfAFixedSeedHaveNoWinnerInWhatIsLearnt() throws {
    func side(_ first: Int, _ name: String, _ accuracies: [Double]) -> ComparedSide {
      ComparedSide(
        runs: accuracies.enumerated().map { index, accuracy in
          Trainings.run(
            first + index, name, speed: 1000 + Double(first * 200 + index),
            accuracies: [0.5, accuracy], batch: "1")
        })
    }
    let fixed = try compare(
      side(1, "gpu", [0.95, 0.95, 0.95]), side(4, "jax", [0.9, 0.9, 0.9]))
    for id in ["final_accuracy", "final_loss", "best_accuracy"] {
      let found = try figure(id, fixed)
      #expect(found.verdict == .repeatsAlike)
      #expect(
        found.note
          == "Every repeat gave the same figure: the seed is fixed, so this says nothing of "
          + "chance.")
    }
    #expect(
      fixed.sentences.contains(
        "gpu is 5.0 points more accurate after 4 epochs than jax, but repeats that are all "
          + "alike say nothing of chance."))
    // How fast a machine is does not hang on the seed.
    #expect(try figure("images_per_second", fixed).verdict == .better(side: 1))
    #expect(try figure("gpu_peak_memory_bytes", fixed).note == nil)

    let oneFixed = try compare(
      side(1, "gpu", [0.95, 0.951, 0.952]), side(4, "jax", [0.9, 0.9, 0.9]))
    #expect(try figure("final_accuracy", oneFixed).verdict == .repeatsAlike)
    let drawn = try compare(
      side(1, "gpu", [0.95, 0.951, 0.952]), side(4, "jax", [0.9, 0.901, 0.902]))
    #expect(try figure("final_accuracy", drawn).verdict == .better(side: 0))
  }

  // MARK: What is refused

  @Test func runsOfDifferentExercisesAreRefused() {
    var other = Trainings.run(2)
    other.exercise = "exercise-2"
    #expect {
      try compare(alone(Trainings.run(1)), alone(other))
    } throws: { error in
      (error as? Diagnosis)?.says
        == "Run #1 is of exercise-3 and run #2 of exercise-2: they do not do the same."
    }
  }

  @Test func theSameRunTwiceIsRefused() {
    #expect {
      try compare(alone(Trainings.run(7)), alone(Trainings.run(7)))
    } throws: { error in
      (error as? Diagnosis)?.says.contains("Run #7 is named twice") == true
    }
  }

  @Test(arguments: [0, 1, 5])
  func onlyTwoToFourSidesAreCompared(count: Int) {
    let sides = (0..<count).map { alone(Trainings.run($0 + 1, "env-\($0)")) }
    #expect(throws: Diagnosis.self) { try ComparisonBuilder().comparison(sides) }
  }

  // MARK: Sides and curves

  @Test func sidesOfOneEnvironmentGetNamesThatTellThemApart() throws {
    var venv = Trainings.run(2)
    venv.provider = "venv"
    #expect(
      try compare(alone(Trainings.run(1)), alone(venv)).sides.map(\.title)
        == ["gpu pixi", "gpu venv"])
    var named = Trainings.run(2)
    named.name = "larger batch"
    #expect(
      try compare(alone(Trainings.run(1)), alone(named)).sides.map(\.title)
        == ["gpu #1", "gpu larger batch"])
  }

  @Test func fourSidesHaveAWinnerOnlyWhenItBeatsEveryOther() throws {
    let slow = ["b", "c"].enumerated().map { index, name in
      Trainings.side(name, first: 10 * (index + 1), speeds: [100, 101, 102, 103, 104])
    }
    let fast = Trainings.side("a", first: 1, speeds: [900, 901, 902, 903, 904])
    let also = Trainings.side("d", first: 40, speeds: [899, 900, 902, 904, 905])
    let builder = ComparisonBuilder()
    let clear = try builder.comparison(slow + [fast])
    #expect(try figure("images_per_second", clear).verdict == .better(side: 2))
    let unclear = try builder.comparison(slow + [fast, also])
    #expect(try figure("images_per_second", unclear).verdict == .withinTheNoise)
  }

  @Test func curvesAreOfEveryRunAndSkipWhatIsOnlyCounted() throws {
    let comparison = try compare(
      Trainings.side("gpu", first: 1, speeds: [10, 11]),
      alone(Trainings.run(9, "cpu", standing: .failed("exit status 1"))))
    #expect(comparison.seriesNames == ["loss", "accuracy", "images_per_second"])
    #expect(
      comparison.curves.filter { $0.series == "loss" }.map(\.run) == [1, 2, 9].map { RunID($0) })
    #expect(comparison.curves.filter { $0.series == "loss" }.map(\.side) == [0, 0, 1])
  }

  @Test func aLiveSnapshotIsARunLikeAnyOther() throws {
    func snapshot(_ number: Int, _ environment: String, speed: Int) -> RunSnapshot {
      var metrics = RunMetrics()
      metrics.read(
        "event=start framework=torch version=2.13.0 device=cpu epochs=2 steps_per_epoch=20")
      metrics.read("epoch=1 step=10 loss=1.5")
      for epoch in 1...2 {
        metrics.read(
          "epoch=\(epoch) step=\(epoch * 20) loss=\(1.0 / Double(epoch)) accuracy=0.\(epoch + 6) "
            + "images_per_second=\(speed) elapsed=\(epoch * 5)")
      }
      return RunSnapshot(
        id: RunID(number), exercise: "exercise-3", environment: environment, provider: .pixi,
        purpose: .workload, title: "train", commandLine: "train",
        state: .ended(ExitReport(outcome: .exited(0), seconds: 12, cpuSeconds: 20)),
        metrics: metrics, log: nil)
    }
    let comparison = try compare(
      alone(ComparedRun(snapshot(1, "gpu", speed: 300))),
      alone(ComparedRun(snapshot(2, "cpu", speed: 100))))
    #expect(try figure("images_per_second", comparison).ratios[1] == 1.0 / 3)
    #expect(try figure("training_seconds", comparison).values[0]?.median == 10)
    #expect(try figure("wall_seconds", comparison).values[0]?.median == 12)
    #expect(comparison.sides[0].about == "PyTorch 2.13.0 · cpu")
    let loss = try #require(comparison.curves.first { $0.series == "loss" })
    #expect(loss.points.map(\.epoch) == [0.5, 1, 2])
    // Nobody noted when step 10 was.
    #expect(loss.points.map { CurveAxis.seconds.place(of: $0) } == [nil, 5, 10])
  }
}
