import GPUMetrics

/// What is said of the GPUs in few words.
enum GPUWords {
  /// Such as `GPU 84 % · 3.1 / 80.0 GiB`, `2 GPUs 84 % 12 %` or `no GPU`; figures that are not live
  /// are said to be so.
  static func summary(of report: GPUReport) -> String {
    switch report.origin {
    case .live: words(for: report)
    case .replay: "replay: \(words(for: report))"
    case .simulated: "simulated: \(words(for: report))"
    }
  }

  private static func words(for report: GPUReport) -> String {
    // That there is none is said only when somebody has looked.
    if report == .unknown { return "looking for GPUs" }
    if report.silentSeconds != nil { return "GPU does not answer" }
    guard report.source != .none, !report.devices.isEmpty else { return "no GPU" }
    if report.devices.count == 1, let device = report.devices.first {
      return "GPU \(device.utilizationText) · \(device.memoryText)"
    }
    let shares = report.devices.prefix(8).map(\.utilizationText).joined(separator: " ")
    return "\(report.devices.count) GPUs \(shares)"
  }
}
