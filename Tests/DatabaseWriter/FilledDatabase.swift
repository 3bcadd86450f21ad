import Foundation
import SessionEngine

/// Makes runs with long series, a second's worth of points at a time.
struct FilledDatabase {
  private static let batch = 10_000
  let path: String

  /// Says how many points a second were written.
  func fill(runs: Int, points: Int) async throws {
    let database = try await DatabaseWriter.open(path)
    var spent = Duration.zero
    for number in 1...runs {
      let id = try await database.insert(
        DatabaseWriter.run(
          title: "run \(number)", environment: number % 2 == 1 ? "first" : "second",
          ending: .exited(0)))
      for first in stride(from: 0, to: points, by: Self.batch) {
        let batch = (first..<min(first + Self.batch, points)).map(point)
        spent += try await ContinuousClock().measure {
          try await database.append(batch, to: id)
        }
      }
    }
    await database.close()
    let seconds = Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18
    DatabaseWriter.say("\(Double(runs * points) / seconds)")
  }

  /// A loss that falls and is noisy, at times that no rule compresses.
  private func point(step: Int) -> MetricPoint {
    let trend: Double = 2.3 / (1 + Double(step) / 50_000)
    let noise: Double = Double(step * 104_729 % 1000) / 10_000
    let jitter: Double = Double(step * 7919 % 1000) / 1_000_000
    return MetricPoint(
      series: "loss", step: step, epoch: Double(step) / 1000,
      seconds: Double(step) * 0.0123 + jitter, value: trend + noise)
  }
}
