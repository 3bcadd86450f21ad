import ArgumentParser
import GPUMetrics
import SessionEngine

extension GPUCommand {
  /// Shows and records live rounds until a signal comes.
  func follow(_ environment: [String: String]) async throws {
    let output = GPUOutput(format, isRepeated: true, environment)
    let recorder = try record.map { path in
      try Self.telling { () throws(GPURecordingFault) in
        try GPURecordingWriter(path: path, program: "atelier \(Version.text)")
      }
    }
    let sampler = GPUSampler(.guarded(environment: environment))
    let period = Duration.seconds(watch ?? 1)
    try await untilSignal {
      do {
        for await report in await sampler.reports(every: period) {
          try recorder.map { recorder in
            try Self.telling { () throws(GPURecordingFault) in try recorder.write(report) }
          }
          try output.write(report)
        }
      } catch {
        await sampler.stop()
        throw error
      }
      await sampler.stop()
    }
  }

  /// Shows a recording's rounds at their own pace; for Prometheus only the last one.
  func play(_ recording: GPURecording, _ environment: [String: String]) async throws {
    let output = GPUOutput(format, isRepeated: format != .prometheus, environment)
    if format == .prometheus {
      return try output.write(recording.rounds[recording.rounds.count - 1])
    }
    let speed = speed ?? 1
    try await untilSignal {
      let begun = ContinuousClock.now
      for round in recording.rounds {
        if speed > 0 {
          let offset = (round.time - recording.rounds[0].time) / speed
          try await Task.sleep(until: begun + .seconds(offset))
        }
        try Task.checkCancellation()
        try output.write(round)
      }
    }
  }

  /// Runs to the end or to the first signal, whose number then tells the exit status.
  private func untilSignal(_ work: @escaping @Sendable () async throws -> Void) async throws {
    let signals = try InterruptWatcher()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do { try await work() } catch is CancellationError {}
      }
      group.addTask { _ = await signals.wait() }
      try await group.next()
      group.cancelAll()
      try await group.waitForAll()
    }
    if let number = signals.signal { throw ExitCode(128 + number) }
  }

  static func telling<Value>(
    _ body: () throws(GPURecordingFault) -> Value
  ) throws(CommandFailure) -> Value {
    do {
      return try body()
    } catch {
      throw CommandFailure(Diagnosis(says: error.says, remedy: error.remedy))
    }
  }
}
