import Foundation
import SessionEngine

/// One run as `--json` prints it; what is not known is null.
struct RunRecord: Encodable, Sendable {
  struct Figures: Encodable, Sendable {
    let finalLoss: Nullable<Double>
    /// 0 to 1.
    let finalAccuracy: Nullable<Double>
    let imagesPerSecond: Nullable<Double>

    private enum CodingKeys: String, CodingKey {
      case finalLoss = "final_loss"
      case finalAccuracy = "final_accuracy"
      case imagesPerSecond = "images_per_second"
    }
  }

  let run: StoredRun
  let figures: RunFigures

  init(_ run: StoredRun, figures: RunFigures) {
    self.run = run
    self.figures = figures
  }

  enum CodingKeys: String, CodingKey {
    case number, name, pinned, exercise, environment, provider, purpose, title, command, options
    case ending, signal, stopped, seconds, log, batch, repetition, facts, metrics
    case workingDirectory = "working_directory"
    case startedAt = "started_at"
    case endingWords = "ending_words"
    case exitCode = "exit_code"
    case cpuSeconds = "cpu_seconds"
    case peakMemoryBytes = "peak_memory_bytes"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(run.id.number, forKey: .number)
    try container.encode(run.name, forKey: .name)
    try container.encode(run.isPinned, forKey: .pinned)
    try container.encode(run.exercise, forKey: .exercise)
    try container.encode(run.environment, forKey: .environment)
    try container.encode(run.provider, forKey: .provider)
    try container.encode(purpose, forKey: .purpose)
    try container.encode(run.title, forKey: .title)
    try container.encode(run.commandLine, forKey: .command)
    try container.encode(run.workingDirectory, forKey: .workingDirectory)
    try container.encode(RunOptionsRecord(run.options), forKey: .options)
    try container.encode(run.startedAt.formatted(.iso8601), forKey: .startedAt)
    try encodeEnding(into: &container)
    try container.encode(run.seconds, forKey: .seconds)
    try container.encode(run.cpuSeconds, forKey: .cpuSeconds)
    try container.encode(run.peakMemoryBytes, forKey: .peakMemoryBytes)
    try container.encode(run.log, forKey: .log)
    try container.encode(run.batch, forKey: .batch)
    try container.encode(run.repetition, forKey: .repetition)
    try container.encode(run.facts, forKey: .facts)
    try container.encode(
      Figures(
        finalLoss: Nullable(figures.loss), finalAccuracy: Nullable(figures.accuracy),
        imagesPerSecond: Nullable(figures.imagesPerSecond)), forKey: .metrics)
  }

  private var purpose: String {
    switch run.purpose {
    case .install: "install"
    case .workload: "workload"
    case .shell: "shell"
    case .task: "task"
    }
  }

  private func encodeEnding(into container: inout KeyedEncodingContainer<CodingKeys>) throws {
    var (code, signal): (Int32?, Int32?) = (nil, nil)
    let kind: String
    switch run.ending {
    case .alive: kind = "running"
    case .exited(let status): (kind, code) = ("exited", status)
    case .signaled(let number): (kind, signal) = ("signaled", number)
    case .failedToStart: kind = "not started"
    case .unknown: kind = "unknown"
    }
    try container.encode(kind, forKey: .ending)
    try container.encode(run.endingWords, forKey: .endingWords)
    try container.encode(code, forKey: .exitCode)
    try container.encode(signal, forKey: .signal)
    try container.encode(run.wasStopped, forKey: .stopped)
  }
}
