import GPUMetrics
import SessionEngine

/// A figure of a device in words, and why there is none or only an old one.
struct GPUFigure {
  /// Such as `84 %`, or `n/a`.
  let text: String
  /// Such as `12 s old` or `no permission`; nil when the figure is this round's.
  let note: String?
  let role: ThemeRole
  /// In the metric's unit; nil when it is not known.
  let value: Double?
  /// Whether it is of an earlier round.
  let isOld: Bool

  /// - Parameter now: What ages are counted from, in seconds since 1970.
  init(_ metric: GPUMetric, of device: GPUDevice, now: Double) {
    let reading = device[metric]
    value = reading.value
    isOld = reading.state == .stale
    if let value = reading.value {
      text = Self.text(of: value, metric)
      note = isOld ? Self.age(of: reading, now: now) : nil
      role = isOld ? .textMuted : .text
    } else {
      text = "n/a"
      note = Self.reason(for: reading, of: device)
      role = .disabled
    }
  }

  /// Such as `n/a (no permission)` or `84 % (12 s old)`.
  var whole: String { note.map { "\(text) (\($0))" } ?? text }

  /// A value with its unit.
  static func text(of value: Double, _ metric: GPUMetric) -> String {
    let whole = "\(Int(value.rounded()))"
    switch metric.unit {
    case .percent: return "\(whole) %"
    case .bytes: return FigureWords.value(value, unit: "bytes")
    case .bytesPerSecond: return FigureWords.value(value, unit: "bytes") + "/s"
    case .celsius: return "\(whole) °C"
    case .watts: return value < 10 ? FigureText.fixed(value, decimals: 1) + " W" : "\(whole) W"
    case .joules: return FigureWords.value(value, unit: "J")
    case .megahertz: return "\(whole) MHz"
    case .number: break
    }
    switch metric {
    case .performanceState: return "P\(whole)"
    case .pcieWidth, .pcieWidthMax: return "×\(whole)"
    default: return whole
    }
  }

  private static func age(of reading: GPUReading, now: Double) -> String {
    guard reading.time > 0, now >= reading.time else { return "old" }
    return "\(GPUTimeWords.duration(now - reading.time)) old"
  }

  private static func reason(for reading: GPUReading, of device: GPUDevice) -> String {
    guard reading.state == .unknown else { return reading.state.words }
    if device.fault != nil { return "the GPU does not answer" }
    return reading.time > 0 ? "the driver gave no sensible value" : "not told by this source"
  }
}
