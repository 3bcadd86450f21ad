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
      (100, 250, "gpu handles 2.5× the images a second."),
      (300, 100, "cpu handles 3.0× the images a second."),
      (100, 109, "Both handle about as many images a second."),
      (109, 100, "Both handle about as many images a second."),
    ] as [(Double, Double, String)])
  func comparesSpeeds(first: Double, second: Double, sentence: String) {
    #expect(
      sentences(epochs([(first, 0.9)]), epochs([(second, 0.9)])).first == sentence)
  }

  @Test func comparesAccuracyWhereBothHaveBeen() {
    // The first is three epochs further: only what both have finished counts.
    let first = epochs([(100, 0.50), (100, 0.60), (100, 0.95)])
    let second = epochs([(100, 0.52), (100, 0.715)])
    #expect(sentences(first, second).contains("Accuracy after 2 epochs: gpu is 11.5 points ahead."))
    #expect(
      sentences(epochs([(100, 0.9)]), epochs([(100, 0.905)]))
        .contains("Accuracy after 1 epoch: within a point of each other."))
  }

  @Test(
    arguments: [
      ("cpu", "cuda", "cpu ran on the CPU, the other on a GPU."),
      ("cuda", "cpu", "gpu ran on the CPU, the other on a GPU."),
      ("cpu", "cpu", "Both ran on the CPU: no CUDA was used."),
      ("cuda", "gpu", nil),
    ] as [(String, String, String?)])
  func tellsOfTheDevices(first: String, second: String, sentence: String?) {
    let said = sentences(["framework=torch device=\(first)"], ["framework=jax device=\(second)"])
    #expect(said == [sentence].compactMap(\.self))
  }
}
