import Foundation
import ProcessRunner

extension StoredRun {
  /// What is kept of a run as it is now.
  /// - Parameters:
  ///   - batch: The words its batch is kept under.
  ///   - workingDirectory: Where it was to start, for one that never came to it.
  init(_ run: RunSnapshot, batch: String?, workingDirectory: String) {
    self.init(
      id: run.id, exercise: run.exercise, environment: run.environment,
      provider: run.provider.rawValue, purpose: run.purpose, title: run.title, name: run.name,
      isPinned: run.isPinned, commandLine: run.commandLine,
      workingDirectory: run.workingDirectory ?? workingDirectory, options: run.options,
      startedAt: run.startedAt ?? Date(timeIntervalSince1970: 0), log: run.log, batch: batch,
      repetition: run.repetition, facts: Self.facts(run))
    guard case .ended(let report) = run.state else { return }
    ending = Self.ending(report.outcome)
    wasStopped = report.stopReason != nil
    seconds = report.outcome == .unknown ? nil : report.seconds
    cpuSeconds = report.cpuSeconds
    peakMemoryBytes = report.peakMemoryBytes
  }

  private static func ending(_ outcome: ExitReport.Outcome) -> Ending {
    switch outcome {
    case .exited(let code): .exited(code)
    case .signaled(let signal): .signaled(signal)
    case .failedToStart(let reason): .failedToStart(reason)
    case .unknown: .unknown
    }
  }

  private static func facts(_ run: RunSnapshot) -> [String: String] {
    let metrics = run.metrics
    var facts: [String: String] = [:]
    facts["framework"] = metrics.framework
    facts["version"] = metrics.frameworkVersion
    facts["device"] = metrics.device
    facts["device_name"] = metrics.deviceName
    facts["cuda"] = metrics.cuda
    facts["epochs"] = metrics.plannedEpochs.map { "\($0)" }
    facts["launcher"] = run.launcher
    if case .ended(let report) = run.state {
      facts["stopped"] = report.stopReason
      if report.ranOutOfMemory { facts["out_of_memory"] = "true" }
      if report.pausedSeconds > 0 { facts["paused_seconds"] = "\(report.pausedSeconds)" }
    }
    return facts
  }
}
