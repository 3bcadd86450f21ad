import SessionEngine

/// The figures both runs are compared by, each with its words; nil where a run has not said it.
struct ComparisonFigures {
  let name: String
  let value: (RunRecord) -> String?

  /// In the order people ask for them.
  static func all(at uptime: Double) -> [ComparisonFigures] {
    [
      ComparisonFigures(name: "device") { $0.snapshot.metrics.device },
      ComparisonFigures(name: "epoch") { run in
        run.snapshot.metrics.epoch.map { epoch in
          "\(epoch)" + (run.snapshot.metrics.plannedEpochs.map { "/\($0)" } ?? "")
        }
      },
      ComparisonFigures(name: "loss") { $0.snapshot.metrics.loss.map { RunWords.fixed($0, 3) } },
      ComparisonFigures(name: "accuracy") {
        $0.snapshot.metrics.accuracy.map { RunWords.fixed($0 * 100, 1) + " %" }
      },
      ComparisonFigures(name: "images/s") {
        $0.snapshot.metrics.medianImagesPerSecond.map(RunWords.grouped)
      },
      ComparisonFigures(name: "elapsed") { $0.seconds(at: uptime).map(RunWords.duration) },
      ComparisonFigures(name: "peak mem") { run in
        (run.snapshot.metrics.peakMemoryBytes ?? measuredPeak(run)).map(RunWords.bytes)
      },
    ]
  }

  /// What the kernel measured, where the run does not say.
  private static func measuredPeak(_ run: RunRecord) -> UInt64? {
    if case .ended(let report) = run.snapshot.state { return report.peakMemoryBytes }
    return nil
  }
}
