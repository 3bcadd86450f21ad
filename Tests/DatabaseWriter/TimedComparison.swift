import Foundation
import SessionEngine

/// Opens a database, reads runs with their series and packages and holds them against each other,
/// as the console and the subcommands do.
struct TimedComparison {
  let path: String

  /// Says the milliseconds of opening, of reading and of comparing, and how many points were kept.
  func read(_ runs: [RunID]) async throws {
    let clock = ContinuousClock()
    let begun = clock.now
    let database = try await DatabaseOpener(path: path, now: Date()).openForReading()
    let opened = clock.now
    let compared = try runs.compactMap { id in
      try database.run(id).map { try ComparedRun($0, from: database) }
    }
    let read = clock.now
    let sides = compared.map { ComparedSide(runs: [$0]) }
    let comparison = try ComparisonBuilder().comparison(sides)
    let done = clock.now
    await database.close()
    guard comparison.curves.count == runs.count else { throw CocoaError(.fileReadUnknown) }
    let count = compared.reduce(0) { $0 + ($1.series["loss"]?.count ?? 0) }
    let times = [opened - begun, read - opened, done - read].map { "\(Self.milliseconds($0))" }
    DatabaseWriter.say("\(times.joined(separator: " ")) \(count)")
  }

  /// Says the milliseconds of opening for writing, as a console does when it starts.
  func open() async throws {
    let clock = ContinuousClock()
    let begun = clock.now
    let database = try await DatabaseWriter.open(path)
    let opened = clock.now
    await database.close()
    DatabaseWriter.say("\(Self.milliseconds(opened - begun))")
  }

  private static func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) / 1e15
  }
}
