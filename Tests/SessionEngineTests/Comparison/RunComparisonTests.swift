import ProcessRunner
import SessionEngine
import Testing

@Suite struct RunComparisonTests {
  private func run(_ environment: String, _ lines: [String]) -> RunSnapshot {
    var metrics = RunMetrics()
    for line in lines { metrics.read(line) }
    return RunSnapshot(
      id: RunID(1), exercise: "exercise-3", environment: environment, provider: .pixi,
      purpose: .workload, title: "train", commandLine: "train", state: .starting,
      metrics: metrics, log: nil)
  }

  /// Epoch lines with these speeds and accuracies.
  private func epochs(_ figures: [(speed: Double, accuracy: Double)]) -> [String] {
    figures.enumerated().map { index, figure in
      "epoch=\(index + 1) loss=0.5 accuracy=\(figure.accuracy) images_per_second=\(figure.speed)"
    }
  }

  private func sentences(
    _ first: [String], _ second: [String]
  ) -> [String] {
    RunComparison(first: run("cpu", first), second: run("gpu", second)).sentences
  }

  @Test func saysNothingBeforeBothHaveFigures() {
    #expect(sentences([], []).isEmpty)
    #expect(sentences(epochs([(100, 0.9)]), []).isEmpty)
    #expect(sentences(epochs([(100, 0.9)]), ["epoch=1 step=1 loss=2.0"]).isEmpty)
  }

  @Test(
    arguments: [
      (100, 250, "gpu is 2.5× as fast (images/s)."),
      (300, 100, "cpu is 3.0× as fast (images/s)."),
      (100, 109, "Equally fast: images/s within 10 %."),
      (109, 100, "Equally fast: images/s within 10 %."),
    ] as [(Double, Double, String)])
  func comparesSpeeds(first: Double, second: Double, sentence: String) {
    #expect(
      sentences(epochs([(first, 0.9)]), epochs([(second, 0.9)])).first == sentence)
  }

  @Test func aSlowFirstEpochIsNotTheSpeed() {
    // The first epoch compiles, and the last one is the first run's alone.
    let first = epochs([(1, 0.9), (200, 0.9), (210, 0.9), (9000, 0.9)])
    let second = epochs([(100, 0.9), (100, 0.9), (100, 0.9)])
    #expect(sentences(first, second).first == "cpu is 2.0× as fast (images/s).")
  }

  @Test func comparesAccuracyWhereBothHaveBeen() {
    // The first is three epochs further: only what both have finished counts.
    let first = epochs([(100, 0.50), (100, 0.60), (100, 0.95)])
    let second = epochs([(100, 0.52), (100, 0.715)])
    #expect(sentences(first, second).contains("gpu is 11.5 points more accurate after 2 epochs."))
    #expect(
      sentences(epochs([(100, 0.9)]), epochs([(100, 0.905)]))
        .contains("Accuracy within 1 point after 1 epoch."))
  }

  @Test(
    arguments: [
      ("cpu", "cuda", "cpu ran on the CPU, the other on a GPU."),
      ("cuda", "cpu", "gpu ran on the CPU, the other on a GPU."),
      ("cpu", "cpu", "Both on the CPU: no CUDA was used."),
      ("cuda", "gpu", nil),
    ] as [(String, String, String?)])
  func tellsOfTheDevices(first: String, second: String, sentence: String?) {
    let said = sentences(["framework=torch device=\(first)"], ["framework=jax device=\(second)"])
    #expect(said == [sentence].compactMap(\.self))
  }
}
