import Foundation
import SessionEngine

extension RunDetails {
  /// The report as a person reads it.
  var text: String {
    var rows: [(String, String)] = []
    rows.append(("exercise", run.exercise))
    rows.append(("environment", "\(run.environment) (\(run.provider)), \(packageWords)"))
    rows.append(("started", RunWording.moment(run.startedAt)))
    rows.append(("ended", run.endingWords))
    rows.append(("time", run.seconds.map(RunWording.duration) ?? "n/a"))
    rows.append(("CPU time", run.cpuSeconds.map(RunWording.duration) ?? "n/a"))
    rows.append(("peak memory", run.peakMemoryBytes.map(RunWording.mebibytes) ?? "n/a"))
    rows += gpus.map { ("GPU", GPUUseWords(GPUUse.images(series), of: gpus).text($0)) }
    rows.append(("command", run.commandLine))
    rows.append(("folder", run.workingDirectory))
    rows += optionRows
    if let batch = run.batch {
      rows.append(("batch", batch + (run.repetition.map { ", repetition \($0)" } ?? "")))
    }
    rows.append(("log", run.log ?? "none was kept"))
    rows += run.facts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let width = rows.map(\.0.count).max() ?? 0
    return
      ([heading] + rows.map { "  \(RunWording.padded($0.0, width))  \($0.1)" } + seriesLines
      + eventLines)
      .joined(separator: "\n")
  }

  private var heading: String {
    let name = run.name.map { " \"\($0)\"" } ?? ""
    return "\(run.id)\(name): \(run.title)\(run.isPinned ? " (pinned)" : "")"
  }

  private var packageWords: String {
    packages == 0 ? "packages n/a" : "\(packages) package\(packages == 1 ? "" : "s")"
  }

  private var optionRows: [(String, String)] {
    let options = run.options
    var rows: [(String, String)] = []
    if !options.arguments.isEmpty {
      rows.append(("arguments", options.arguments.joined(separator: " ")))
    }
    rows += options.variables.sorted { $0.key < $1.key }.map {
      ("variable", "\($0.key)=\($0.value)")
    }
    if let seconds = options.timeoutSeconds {
      rows.append(("time-out", RunWording.duration(seconds)))
    }
    if let cuda = options.overrideCUDA { rows.append(("CUDA made out", cuda)) }
    return rows
  }

  private var seriesLines: [String] {
    guard !series.isEmpty else { return ["", "No figures were read from it."] }
    let cells = series.map { series in
      [
        series.name, "\(series.count)", RunWording.figure(series.first),
        RunWording.figure(series.last), RunWording.figure(series.minimum),
        RunWording.figure(series.maximum),
      ]
    }
    let head = ["series", "points", "first", "last", "minimum", "maximum"]
    return [""] + RunWording.columns([head] + cells, leading: [0]).map { "  \($0)" }
  }

  private var eventLines: [String] {
    guard !events.isEmpty else { return [] }
    return [""] + events.map { "  \(RunWording.moment($0.time))  \($0.text)" }
  }
}
