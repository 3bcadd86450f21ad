import Console
import Foundation
import ProcessRunner
import SessionEngine
import TerminalCore

/// Runs that are remembered and compared.
extension ScreenBuilder {
  mutating func listRuns() {
    run(toEpoch: 4)
    press("1R")
    take(
      .history([
        stored(-1, "gpu", "the best so far", isPinned: true, .exited(0)),
        stored(-2, "cpu", nil, isPinned: false, .signaled(9)),
        stored(-3, "gpu", nil, isPinned: false, .exited(1)),
        stored(-4, "cpu", nil, isPinned: false, .unknown),
      ]))
    take(.historyFigures([RunID(99): accuracy(0.912), RunID(96): accuracy(0.842)]))
    press("<Down> <Down> ")
  }

  private func accuracy(_ last: Double) -> [SeriesSummary] {
    [SeriesSummary(name: "accuracy", count: 8, first: 0.1, last: last, minimum: 0.1, maximum: last)]
  }

  private func stored(
    _ number: Int, _ environment: String, _ name: String?, isPinned: Bool,
    _ ending: StoredRun.Ending
  ) -> StoredRun {
    StoredRun(
      id: RunID(100 + number), exercise: "exercise-2", environment: environment, provider: "pixi",
      purpose: .workload, title: "train in \(environment)", name: name, isPinned: isPinned,
      commandLine: "pixi run -e \(environment) train --epochs 8",
      workingDirectory: "/home/student/atelier/galaxies/exercise-2",
      options: RunOptions(arguments: ["--epochs", "8"], variables: ["SEED": "7"]),
      startedAt: Date(timeIntervalSince1970: 1_752_000_000 + Double(number) * 4000), ending: ending,
      seconds: ending == .unknown ? nil : 61.5, cpuSeconds: 240, peakMemoryBytes: 3_200_000_000,
      log: "/home/student/atelier/galaxies/.atelier/runs/100.log",
      facts: ["framework": "torch", "device": environment == "gpu" ? "cuda" : "cpu"])
  }

  /// A duel with five repeats on each side.
  mutating func compare(sides count: Int) {
    press("4")
    run(toEpoch: 8, isOver: true)
    press("c")
    take(.comparison(comparison(sides: count)))
  }

  private func comparison(sides count: Int) -> Comparison {
    let names = Array(["cpu", "gpu", "jax-cpu", "jax-cuda118"].prefix(count))
    let ids = count == 2 ? [1, 2] : [1, 2, 1, 2]
    let repeats = count == 2 ? 5 : 1
    let sides = names.enumerated().map { side, name in
      Comparison.Side(
        title: name, environment: name, provider: "pixi",
        runs: Array(repeating: RunID(ids[side]), count: repeats), succeeded: repeats,
        about: side % 2 == 0 ? "PyTorch 2.7.1 · CPU" : "PyTorch 2.7.1 · CUDA 12.9 · Tesla T4")
    }
    func figure(
      _ id: String, _ title: String, _ unit: String, _ direction: Comparison.Direction,
      _ base: [Double?], _ verdict: Comparison.Verdict
    ) -> Comparison.Figure {
      let values = (0..<count).map { side -> Spread? in
        base[side % 2].flatMap { middle in
          Spread((0..<repeats).map { middle * (1 + Double($0 - repeats / 2) * 0.01) })
        }
      }
      return Comparison.Figure(
        id: id, title: title, unit: unit, direction: direction, values: values,
        ratios: values.map { spread in
          spread.flatMap { mine in values[0].map { mine.median / $0.median } }
        }, verdict: verdict)
    }
    let curves = (0..<count).flatMap { side in
      (0..<repeats).flatMap { index in
        ["loss", "accuracy"].map { series in curve(series, side, index, RunID(ids[side])) }
      }
    }
    return Comparison(
      exercise: "exercise-2", sides: sides,
      figures: [
        figure(
          "images_per_second", "images/s", "images/s", .higher, [1_204, 15_321], .better(side: 1)),
        figure("final_loss", "final loss", "", .lower, [0.923, 0.916], .withinTheNoise),
        figure("accuracy", "accuracy", "%", .higher, [84.1, 84.3], .withinTheNoise),
        figure("seconds", "time", "s", .lower, [61.5, 12.25], .better(side: 1)),
        figure("peak_memory", "peak memory", "bytes", .lower, [3.2e9, 4.1e9], .better(side: 0)),
        figure("energy", "GPU energy", "Wh", .neither, [nil, 0.42], .none),
      ], curves: curves,
      differences: [
        Comparison.Difference(
          subject: "CUDA", values: names.indices.map { $0 % 2 == 0 ? nil : "12.9" }),
        Comparison.Difference(
          subject: "pytorch",
          values: names.indices.map {
            $0 % 2 == 0 ? "2.7.1 cpu_generic_py312" : "2.7.1 cuda129_mkl_py312"
          }),
        Comparison.Difference(
          subject: "libblas",
          values: names.indices.map { $0 % 2 == 0 ? "3.9.0 openblas" : "3.9.0 mkl" }),
      ],
      sentences: [
        "gpu handles 12.7 times as many images a second as cpu, beyond the spread of 5 repeats.",
        "The accuracy is the same within the noise.",
      ])
  }

  private func curve(
    _ series: String, _ side: Int, _ index: Int, _ run: RunID
  ) -> Comparison.Curve {
    Comparison.Curve(
      side: side, run: run, series: series,
      points: (1...32).map { step in
        let epoch = Double(step) / 4
        let wave = Double((step * 7 + index * 5 + side * 3) % 9) * 0.008
        let loss = 2.3 / (1 + epoch * (0.35 + Double(side) * 0.2)) + wave
        return MetricPoint(
          series: series, step: step * 100, epoch: epoch, seconds: epoch * (side == 0 ? 7 : 1.5),
          value: series == "loss" ? loss : 1 - loss / 3)
      })
  }
}
