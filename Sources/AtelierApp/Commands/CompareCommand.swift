import ArgumentParser
import Foundation
import SessionEngine

/// `atelier compare RUN RUN`.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Hold two to four runs of an exercise against each other.",
    usage: "atelier compare (<run> <run> ... | --batch last) [--json|--markdown|--csv] [<options>]",
    discussion: """
      A run is named by its number (12 or #12) or the name it was given. Repeats of one batch and \
      environment are one side: medians, with the smallest and the largest. A side is called \
      better only beyond the spread of the repeats, never for a run that failed, was stopped or \
      still runs. Ratios are to the side that comes first.

      The exit status is 0 when they could be compared, 1 when not, 2 for wrong usage.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("Two to four runs, and their repeats.", valueName: "run"))
  var runs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Runs that were started together: last, or a batch as `atelier runs show` names it.",
      valueName: "batch"))
  var batch: String?

  @Flag(exclusivity: .exclusive)
  var format: CompareFormat = .text

  func run() async throws {
    let choice: RunSelection.Choice
    do {
      choice = try RunSelection.choice(runs: runs, batch: batch)
    } catch {
      throw CommandFailure(error, status: .usage)
    }
    let context = try AppContext(
      options: shared, provider: .auto, environment: ProcessInfo.processInfo.environment)
    let format = format
    let text = try await context.reading { history in
      let selection = RunSelection(history: history)
      return try ReportText.comparison(try selection.compared(choice), as: format)
    }
    try ReportOutput.standardOutput.write(text)
  }
}
