import ArgumentParser
import Foundation
import SessionEngine

/// `atelier export RUN --format html`.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write runs as Markdown, CSV, JSON or one page of HTML.",
    usage: "atelier export (<run> ... | --batch last | --exercise <name>) --format <format> "
      + "[--summary] [--output <file>] [--force] [<options>]",
    discussion: """
      The page of HTML stands alone: its plots are in it, it has no script, and nothing is loaded \
      from elsewhere. CSV has a line for every point of every series (run, series, step, epoch, \
      seconds, value); with --summary it has a line for every figure of each side. Runs of one \
      batch are held against each other, a run alone stands for itself.

      A file is written as a whole or not at all, and one that is there is only replaced with \
      --force. The exit status is 0 when all was written, 1 when not, 2 for wrong usage.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("Runs by number (12 or #12) or name.", valueName: "run"))
  var runs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Runs that were started together: last, or a batch as `atelier runs show` names it.",
      valueName: "batch"))
  var batch: String?

  @Option(help: ArgumentHelp("Every run of this exercise.", valueName: "name"))
  var exercise: String?

  @Option(help: "How to write them: markdown, csv, json or html.")
  var format: ReportFormat

  @Option(
    name: [.long, .short],
    help: ArgumentHelp("A file, or - for standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace a file that is there.")
  var force = false

  @Flag(help: "Of CSV, write the figures of each side in place of every point.")
  var summary = false

  func run() async throws {
    let choice: RunSelection.Choice
    do throws(Diagnosis) {
      choice = try RunSelection.choice(runs: runs, batch: batch, exercise: exercise)
      if summary, format != .csv {
        throw Diagnosis(
          says: "--summary is for CSV, and the format is \(format.rawValue).",
          remedy: "Leave it out, or ask for --format csv.")
      }
    } catch {
      throw CommandFailure(error, status: .usage)
    }
    let context = try AppContext(
      options: shared, provider: .auto, environment: ProcessInfo.processInfo.environment)
    let (format, summary) = (format, summary)
    let output = ReportOutput(output, replacing: force)
    let count = try await context.reading { history in
      let selection = RunSelection(history: history)
      let isWhole = format == .csv && !summary
      let compared = try selection.compared(
        choice, mostPoints: isWhole ? .max : ComparedRun.mostPoints)
      try output.write(try ReportText.text(of: compared, as: format, summary: summary))
      return compared.count
    }
    if case .file(let path, _) = output {
      StandardError.write("\(count == 1 ? "1 run" : "\(count) runs") written to \(path)")
    }
  }
}
