import Foundation
import SessionEngine

/// Runs of the workshop's third exercise with figures that a test can foresee.
enum Trainings {
  static let began = Date(timeIntervalSince1970: 1_751_896_200)

  /// A training whose epochs all take `epochSeconds`; its first epoch is half as fast, as one that
  /// compiles is.
  static func run(
    _ number: Int, _ environment: String = "gpu", epochs: Int = 4, speed: Double = 1000,
    epochSeconds: Double = 10, accuracies: [Double]? = nil, device: String = "cuda:0",
    batch: String? = nil, standing: RunStanding = .succeeded,
    packages: [StoredPackage] = [], facts: [String: String] = [:]
  ) -> ComparedRun {
    var series: [String: [MetricPoint]] = [:]
    func add(_ name: String, epoch: Double, _ value: Double) {
      series[name, default: []].append(
        MetricPoint(
          series: name, step: Int(epoch * 20), epoch: epoch,
          seconds: 2 + epoch * epochSeconds, value: value))
    }
    for step in stride(from: 1, through: epochs * 4, by: 1) {
      let epoch = Double(step) / 4
      add("loss", epoch: epoch, 2 / (1 + epoch) + (step % 4 == 2 ? 0.05 : 0))
      guard step % 4 == 0 else { continue }
      let index = step / 4
      add(
        "accuracy", epoch: epoch,
        accuracies.map { $0[min(index, $0.count) - 1] } ?? 1 - 0.4 / Double(index))
      add("images_per_second", epoch: epoch, index == 1 ? speed / 2 : speed)
      add("elapsed", epoch: epoch, epoch * epochSeconds)
      add("peak_memory_bytes", epoch: epoch, 2_147_483_648)
    }
    let isWhole = standing == .succeeded
    return ComparedRun(
      id: RunID(number), exercise: "exercise-3", environment: environment, provider: "pixi",
      title: "train in \(environment)",
      commandLine: "pixi run --frozen -e \(environment) train",
      workingDirectory: "/home/someone/atelier/exercise-3",
      startedAt: began.addingTimeInterval(Double(number) * 60), standing: standing,
      seconds: isWhole ? 3 + Double(epochs) * epochSeconds : nil,
      cpuSeconds: isWhole ? Double(epochs) * epochSeconds * 1.5 : nil,
      peakMemoryBytes: 1_610_612_736, batch: batch,
      facts: ["framework": "torch", "version": "2.13.0", "device": device].merging(facts) { $1 },
      packages: packages, series: series)
  }

  /// Repeats with these speeds, numbered from `first`.
  static func side(
    _ environment: String, first: Int, speeds: [Double], device: String = "cuda:0"
  ) -> ComparedSide {
    ComparedSide(
      runs: speeds.enumerated().map { index, speed in
        run(
          first + index, environment, speed: speed, epochSeconds: 10_000 / speed,
          device: device, batch: "1")
      })
  }
}
