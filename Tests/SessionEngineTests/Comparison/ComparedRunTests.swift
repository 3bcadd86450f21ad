import EngineTestSupport
import SessionEngine
import Testing

@Suite struct ComparedRunTests {
  private func stored(_ ending: StoredRun.Ending, wasStopped: Bool = false) -> StoredRun {
    StoredRun(
      id: RunID(3), exercise: "exercise-3", environment: "gpu", provider: "pixi",
      purpose: .workload, title: "train in gpu", commandLine: "train", workingDirectory: "/tmp",
      startedAt: Trainings.began, ending: ending, wasStopped: wasStopped)
  }

  @Test(
    arguments: [
      (.exited(0), false, .succeeded), (.alive, false, .alive),
      (.exited(0), true, .stopped("finished")),
      (.exited(1), false, .failed("exit status 1")),
      (.signaled(2), true, .stopped("stopped (SIGINT)")),
      (.signaled(15), false, .stopped("stopped (SIGTERM)")),
      (.unknown, false, .failed("ended, nobody saw how")),
    ] as [(StoredRun.Ending, Bool, RunStanding)])
  func onlyARunThatEndedByItselfAndWellHasSucceeded(
    ending: StoredRun.Ending, wasStopped: Bool, standing: RunStanding
  ) throws {
    let run = try ComparedRun(stored(ending, wasStopped: wasStopped), from: MemoryHistory())
    #expect(run.standing == standing)
  }

  @Test func aLongSeriesIsReadThinnedWithItsSpikes() throws {
    let long = (0..<3000).map {
      MetricPoint(series: "loss", seconds: Double($0), value: $0 == 1234 ? 50 : 1)
    }
    let history = MemoryHistory(
      series: [RunID(3): ["loss": long, "accuracy": Array(long.prefix(5))]],
      installed: [
        RunID(3): [StoredPackage(name: "numpy", version: "2.3", build: nil, kind: "pypi")]
      ])
    let run = try ComparedRun(stored(.exited(0)), from: history, mostPoints: 200)
    #expect((run.series["loss"] ?? []).count <= 200)
    #expect(run.series["loss"]?.contains { $0.value == 50 } == true)
    #expect(run.series["accuracy"]?.count == 5)
    #expect(run.packages.map(\.name) == ["numpy"])
  }
}
