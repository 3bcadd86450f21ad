import Foundation
import SessionEngine

/// Tells on standard error what an engine does, a line at a time.
struct HeadlessProgress: Sendable {
  /// Follows the events to their end.
  func follow(_ events: AsyncStream<EngineEvent>) async {
    var told: [RunID: RunSnapshot] = [:]
    var failures: Set<String> = []
    for await event in events {
      switch event {
      case .run(let run):
        tell(run, before: told[run.id])
        told[run.id] = run
      case .batch(let batch):
        for lane in batch.lanes {
          guard case .failed(let diagnosis) = lane.phase,
            failures.insert(lane.environment).inserted
          else { continue }
          StandardError.write("[\(lane.environment)] \(CommandFailure(diagnosis).text)")
        }
      case .failed(let diagnosis): StandardError.write(CommandFailure(diagnosis).text)
      case .memory(.unavailable(let diagnosis)):
        StandardError.write(CommandFailure(diagnosis).text)
      case .provider, .environments, .screen, .prefetch, .memory, .gpu: break
      }
    }
  }

  private func tell(_ run: RunSnapshot, before: RunSnapshot?) {
    guard let before else {
      return StandardError.write("[\(run.environment)] $ \(run.commandLine)")
    }
    if let fault = run.logFault, fault != before.logFault {
      StandardError.write("[\(run.environment)] \(fault)")
    }
    if let attention = run.attention, attention != before.attention {
      StandardError.write("[\(run.environment)] \(run.title): \(attention)")
    }
    let metrics = run.metrics
    if let point = metrics.epochs.last, point != before.metrics.epochs.last {
      StandardError.write("[\(run.environment)] " + words(point, of: metrics.plannedEpochs))
    }
    if case .ended(let report) = run.state, before.state.isAlive {
      let time = String(format: "%.1f s", report.seconds)
      StandardError.write("[\(run.environment)] \(run.title): \(report.words) after \(time)")
    }
  }

  private func words(_ point: EpochPoint, of planned: Int?) -> String {
    var parts = ["epoch \(point.epoch)" + (planned.map { "/\($0)" } ?? "")]
    if let loss = point.loss { parts.append(String(format: "loss %.3f", loss)) }
    if let accuracy = point.accuracy {
      parts.append(String(format: "accuracy %.1f %%", accuracy * 100))
    }
    if let speed = point.imagesPerSecond { parts.append(String(format: "%.0f images/s", speed)) }
    return parts.joined(separator: " · ")
  }
}
