import ArgumentParser
import SessionEngine

/// `atelier runs show RUN`.
struct RunsShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show all that is known of a run.",
    usage: "atelier runs show <run> [--json] [<options>]")

  @OptionGroup var shared: SharedOptions

  @Argument(help: "The run's number, as in 12 or #12, or its name.")
  var run: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let words = run
    let report = try await RunsReader(shared).read { history in
      let found = try history.find(words)
      let series = try history.summaries(of: found.id)
      return RunDetails(
        run: found, series: series, figures: try RunFigures(of: found.id, series, in: history),
        gpus: try history.gpuUses(of: found.id), packages: try history.packages(of: found.id).count,
        events: try history.events(of: found.id))
    }
    print(json ? try JSONText.encode(report) : report.text)
  }
}
