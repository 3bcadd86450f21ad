import ArgumentParser
import Foundation
import SessionEngine

/// `atelier runs list`, and `atelier runs` alone.
struct RunsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the runs, the newest first (what atelier runs does without a subcommand).",
    usage: "atelier runs [--exercise <name>] [--env <name>] [--all] [--limit <count>] [--json]",
    discussion: """
      A run that is pinned has a * behind its number. A figure that the run did not give is n/a, \
      in JSON null.
      """)

  private struct Output: Encodable {
    let runs: [RunRecord]
  }

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("Only runs of this exercise.", valueName: "name"))
  var exercise: String?

  @Option(
    name: [.customLong("env"), .customShort("e")],
    help: ArgumentHelp("Only runs in this environment.", valueName: "name"))
  var environment: String?

  @Flag(help: "Installs and shells, too.")
  var all = false

  @Option(help: ArgumentHelp("At most so many, the newest.", valueName: "count"))
  var limit: Int?

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is at least 1.") }
  }

  func run() async throws {
    let filter = RunFilter(
      exercise: exercise, environment: environment, onlyWorkloads: !all, limit: limit)
    let records = try await RunsReader(shared).read { history in
      try history.runs(filter).map { run in
        RunRecord(
          run,
          figures: try RunFigures(of: run.id, try history.summaries(of: run.id), in: history))
      }
    }
    if json {
      print(try JSONText.encode(Output(runs: records)))
    } else {
      print(records.isEmpty ? "No run fits." : RunsTable(records).lines.joined(separator: "\n"))
    }
  }
}
