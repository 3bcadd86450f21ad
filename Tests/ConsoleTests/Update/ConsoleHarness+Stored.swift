import Console
import Foundation
import ProcessRunner
import SessionEngine

/// What is remembered and compared.
extension ConsoleHarness {
  func stored(
    _ number: Int, exercise: String = "exercise-2", environment: String = "cpu",
    name: String? = nil, isPinned: Bool = false, ending: StoredRun.Ending = .exited(0)
  ) -> StoredRun {
    StoredRun(
      id: RunID(number), exercise: exercise, environment: environment, provider: "pixi",
      purpose: .workload, title: "train in \(environment)", name: name, isPinned: isPinned,
      commandLine: "pixi run train", workingDirectory: "/home/test/test/\(exercise)",
      startedAt: Date(timeIntervalSince1970: 1_000_000 + Double(number) * 60), ending: ending,
      seconds: 12)
  }

  /// Runs 10 and 11 held against each other, with so many figures and the series loss and accuracy.
  func comparison(figures: Int = 2, runs: [Int] = [10, 11]) -> Comparison {
    Comparison(
      exercise: "exercise-2",
      sides: runs.map { number in
        Comparison.Side(
          title: "run \(number)", environment: "cpu", provider: "pixi", runs: [RunID(number)],
          succeeded: 1, about: "")
      },
      figures: (0..<figures).map { index in
        Comparison.Figure(
          id: "figure-\(index)", title: "figure \(index)", unit: "", direction: .higher,
          values: runs.map { Spread([Double($0)]) }, ratios: runs.map { Double($0) / 10 },
          verdict: .notRepeated)
      },
      curves: runs.enumerated().flatMap { side, number in
        ["loss", "accuracy"].map { series in
          Comparison.Curve(
            side: side, run: RunID(number), series: series,
            points: (1...4).map { step in
              MetricPoint(
                series: series, step: step, seconds: Double(step), value: 1 / Double(step))
            })
        }
      }, differences: [], sentences: ["They differ."])
  }
}
