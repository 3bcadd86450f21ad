import Foundation
import ProcessRunner
import SessionEngine

/// What is said of a run in few words.
enum RunWords {
  /// Such as `running · epoch 3/8` or `finished`.
  static func short(_ run: RunSnapshot) -> String {
    switch run.state {
    case .starting: return "starting"
    case .stopping: return "stopping"
    case .paused: return "paused"
    case .ended(let report): return report.words
    case .running:
      if case .install(let step, let count) = run.purpose { return "step \(step)/\(count)" }
      guard let epoch = run.metrics.epoch else { return "running" }
      let planned = run.metrics.plannedEpochs.map { "/\($0)" } ?? ""
      return "epoch \(epoch)\(planned)"
    }
  }

  /// Of a lane that has no run to tell of.
  static func short(_ phase: BatchLane.Phase) -> String {
    switch phase {
    case .waiting: "waiting"
    case .installing: "installing"
    case .running: "starting"
    case .ended: "installed"
    case .cancelled: "stopped"
    case .failed: "failed"
    }
  }

  /// How a run of an earlier session ended.
  static func ending(of run: StoredRun) -> String {
    let words =
      switch run.ending {
      case .alive: "no end was seen"
      case .exited(let code): ExitReport(outcome: .exited(code), seconds: 0).words
      case .signaled(let signal): ExitReport(outcome: .signaled(signal), seconds: 0).words
      case .failedToStart(let why): ExitReport(outcome: .failedToStart(why), seconds: 0).words
      case .unknown: ExitReport(outcome: .unknown, seconds: 0).words
      }
    return run.wasStopped ? "stopped, \(words)" : words
  }

  /// What a person asked of a run, a line for each; none when nothing was asked.
  static func options(_ options: RunOptions) -> [String] {
    var lines: [String] = []
    if !options.arguments.isEmpty {
      lines.append("arguments: \(FormValue.line(options.arguments))")
    }
    for (name, value) in options.variables.sorted(by: { $0.key < $1.key }) {
      lines.append("variable: \(name)=\(value)")
    }
    if let folder = options.workingDirectory { lines.append("folder: \(folder)") }
    if let limit = options.timeoutSeconds {
      lines.append("time-out: after \(FormValue.text(seconds: limit))")
    }
    if let cuda = options.overrideCUDA { lines.append("CUDA: pretended to be \(cuda)") }
    return lines
  }

  /// Day and time, such as `07-21 14:10`.
  static func moment(_ date: Date, _ timeZone: TimeZone) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let parts = calendar.dateComponents([.month, .day, .hour, .minute], from: date)
    func two(_ value: Int?) -> String { (value ?? 0) < 10 ? "0\(value ?? 0)" : "\(value ?? 0)" }
    return "\(two(parts.month))-\(two(parts.day)) \(two(parts.hour)):\(two(parts.minute))"
  }

  /// `4.2 s` below a minute, `2:05` from there on.
  static func duration(_ seconds: Double) -> String {
    if seconds < 60 { return fixed(seconds, 1) + " s" }
    let whole = Int(seconds)
    let rest = whole % 60
    return "\(whole / 60):" + (rest < 10 ? "0" : "") + "\(rest)"
  }

  static func fixed(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  /// With a thin space for thousands: `15 321`.
  static func grouped(_ value: Double) -> String {
    let digits = String(Int(value.rounded()))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(" ") }
      text.append(digit)
    }
    return text
  }

  /// Binary units, as `nvidia-smi` counts: `3.1 GiB`.
  static func bytes(_ count: UInt64) -> String {
    let value = Double(count)
    if value >= 1_073_741_824 { return fixed(value / 1_073_741_824.0, 1) + " GiB" }
    return fixed(value / 1_048_576.0, 0) + " MiB"
  }
}
