import ArgumentParser
import Foundation
import GPUMetrics

/// `atelier gpu`: every GPU's figures, once or round by round, live or from a recording.
public struct GPUCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "gpu",
    abstract: "Show the GPUs' figures.",
    discussion: """
      The figures come from NVML, else from nvidia-smi. Where there is neither, the reason and the \
      remedy are shown; that is a fact about the machine, and the exit status is 0. A figure that \
      is not known is n/a, in JSON null, in CSV empty, and left out for Prometheus.

      A recording is JSON lines, the first of which says what it is. It is never added to. A \
      replay plays it at its own pace and says so in every output; `--replay simulated` plays the \
      one that comes with the workshop, which is made up.

      NVML's library is looked for by its usual name; the environment variable ATELIER_NVML names \
      another.
      """)

  @Flag(help: "Print JSON; of several rounds each is one line.")
  var json = false

  @Flag(help: "Print CSV: a header, then a line for each GPU and round.")
  var csv = false

  @Flag(help: "Print Prometheus' text format, version 0.0.4.")
  var prometheus = false

  @Option(
    help: ArgumentHelp("Go on every so many seconds until interrupted.", valueName: "seconds"))
  var watch: Double?

  @Option(
    help: ArgumentHelp(
      "Also write each round into a new file, every second without --watch.", valueName: "file"))
  var record: String?

  @Option(
    help: ArgumentHelp(
      "Play a recording: a file, or the name of one that comes with the workshop.",
      valueName: "file"))
  var replay: String?

  @Option(
    help: ArgumentHelp(
      "Play so many times as fast; 0 plays without pauses. Needs --replay.", valueName: "factor"))
  var speed: Double?

  @Option(
    help: ArgumentHelp(
      "The workshop's folder, whose recordings --replay finds by name. Also: ATELIER_EXERCISES.",
      valueName: "dir"))
  var exercises: String?

  public init() {}

  public func validate() throws {
    guard [json, csv, prometheus].filter(\.self).count < 2 else {
      throw ValidationError("--json, --csv and --prometheus exclude one another: choose one.")
    }
    if let watch, !(0.1...86_400).contains(watch) {
      throw ValidationError("--watch takes from 0.1 to 86400 seconds.")
    }
    if let speed, !(0...10_000).contains(speed) {
      throw ValidationError("--speed takes a factor from 0 to 10000.")
    }
    if replay == nil, speed != nil { throw ValidationError("--speed needs --replay.") }
    if replay != nil, watch != nil {
      throw ValidationError("--replay has its own pace: use --speed in place of --watch.")
    }
    if replay != nil, record != nil {
      throw ValidationError("--record takes live figures: to keep a recording, copy its file.")
    }
    if prometheus, watch != nil || record != nil {
      throw ValidationError(
        "--prometheus prints one round: let a timer call it, without --watch and --record.")
    }
  }

  public func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    if let replay {
      let recording = try RecordingFinder(exercises: exercises).recording(replay)
      for note in recording.notes { StandardError.write("atelier: \(recording.name): \(note)") }
      return try await play(recording, environment)
    }
    guard watch != nil || record != nil else {
      return try await GPUOutput(format, isRepeated: false, environment)
        .write(Self.report(environment: environment))
    }
    try await follow(environment)
  }

  var format: GPUOutput.Format {
    json ? .json : csv ? .csv : prometheus ? .prometheus : .table
  }

  /// The first answer, or after ten seconds that there was none.
  static func report(environment: [String: String]) async -> GPUReport {
    let sampler = GPUSampler(.guarded(environment: environment), patience: .seconds(10))
    var first = GPUReport.unknown
    for await report in await sampler.reports(every: .seconds(1)) {
      first = report
      break
    }
    await sampler.stop()
    return first
  }
}
