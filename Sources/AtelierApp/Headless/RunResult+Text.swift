import Foundation

extension RunResult {
  /// The result as a person reads it.
  var text: String {
    let status = exitCode.map { "exit status \($0)" } ?? "did not run"
    var facts = [seconds.map { "\(status) after \(Self.fixed($0, 1)) s" } ?? status]
    if metrics.epochs > 0 { facts.append("\(metrics.epochs) epochs") }
    if let loss = metrics.finalLoss { facts.append("loss \(Self.fixed(loss, 3))") }
    if let accuracy = metrics.finalAccuracy {
      facts.append("accuracy \(Self.fixed(accuracy * 100, 1)) %")
    }
    if let speed = metrics.imagesPerSecond { facts.append("\(Self.fixed(speed, 0)) images/s") }
    if let device { facts.append("on \(device)") }
    var title = "\(environment) (\(provider.rawValue))"
    if let repetition { title += " run \(repetition)" }
    if let name { title += " ‘\(name)’" }
    var lines = ["\(title): \(facts.joined(separator: ", "))"]
    if let fault { lines.append("  \(fault)") }
    if let logFault { lines.append("  \(logFault)") }
    if let log { lines.append("  log: \(log)") }
    return lines.joined(separator: "\n")
  }

  private static func fixed(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }
}
