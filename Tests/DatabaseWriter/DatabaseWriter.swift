import Foundation
import SessionEngine

/// Uses a workshop's database as consoles do, for tests that kill it and for the bench.
///
///     database-writer write FILE               writes a run without end, and says how far it is
///     database-writer fill FILE RUNS POINTS    makes runs with so many points of a loss each
///     database-writer open FILE                opens it as a console does
///     database-writer compare FILE RUN RUN     reads two runs and compares them
@main struct DatabaseWriter {
  static func main() async throws {
    let arguments = CommandLine.arguments
    let numbers = arguments.dropFirst(3).compactMap { Int($0) }
    switch (arguments.dropFirst().first, numbers.count) {
    case ("write", 0): try await EndlessRun(path: arguments[2]).write()
    case ("fill", 2):
      try await FilledDatabase(path: arguments[2]).fill(runs: numbers[0], points: numbers[1])
    case ("open", 0): try await TimedComparison(path: arguments[2]).open()
    case ("compare", 2):
      try await TimedComparison(path: arguments[2]).read(numbers.map { RunID($0) })
    default: throw CocoaError(.featureUnsupported)
    }
  }

  /// Unbuffered: what has been said has been read by whoever asks.
  static func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }

  static func run(
    title: String, environment: String = "cpu", ending: StoredRun.Ending = .alive
  ) -> StoredRun {
    StoredRun(
      id: RunID(0), exercise: "exercise-1", environment: environment, provider: "venv",
      purpose: .workload, title: title, commandLine: "python train.py", workingDirectory: "/",
      startedAt: Date(), ending: ending)
  }

  static func open(_ path: String) async throws -> SessionDatabase {
    let opening = try await DatabaseOpener(path: path, now: Date()).open()
    guard opening.notices.isEmpty else { throw opening.notices[0] }
    return opening.database
  }
}
