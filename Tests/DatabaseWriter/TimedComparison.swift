import Foundation
import SessionEngine

/// Reads what a comparison of runs on a screen needs: each run, its series in short, its packages,
/// and its loss thinned to as many points as a wide screen can show.
struct TimedComparison {
  private static let shown = 2000
  let path: String

  /// Says the milliseconds of opening and of reading, and how many points were read.
  func read(_ runs: [RunID]) async throws {
    let clock = ContinuousClock()
    let begun = clock.now
    let database = try await DatabaseOpener(path: path, now: Date()).openForReading()
    let opened = clock.now
    var count = 0
    for run in runs {
      _ = try database.run(run)
      _ = try database.summaries(of: run)
      _ = try database.packages(of: run)
      count += try database.points(of: run, series: "loss", limit: Self.shown).count
    }
    let read = clock.now
    await database.close()
    DatabaseWriter.say(
      "\(Self.milliseconds(opened - begun)) \(Self.milliseconds(read - opened)) \(count)")
  }

  private static func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) / 1e15
  }
}
