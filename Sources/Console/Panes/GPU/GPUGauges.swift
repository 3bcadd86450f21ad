import GPUMetrics
import TerminalCore

/// A device's figures as bars and in a line; what is near its limit has a mark, what is old is
/// muted and has its age, and what is not known its reason.
struct GPUGauges {
  static let labelColumns = 8

  let device: GPUDevice
  /// What ages are counted from, in seconds since 1970.
  let now: Double
  let warnings: [GPUWarning]
  /// Whether the age of an old figure stands beside its bar.
  var hasAges = true

  /// The bar of utilisation, memory, power or temperature.
  func draw(
    _ metric: GPUMetric, textColumns: Int = 0, into buffer: inout CellBuffer, area: Rect,
    theme: Theme, glyphs: GlyphSet
  ) {
    let (label, bar) = area.splitLeft(Self.labelColumns)
    buffer.write(
      Self.name(of: metric), column: label.column, row: label.row, style: theme[.textMuted],
      clip: label)
    let figure = GPUFigure(metric, of: device, now: now)
    let (share, maximum) = share(of: metric)
    guard figure.value != nil else {
      return Gauge(value: nil, maximum: 1, reason: figure.note ?? "").draw(
        into: &buffer, area: bar, theme: theme, glyphs: glyphs)
    }
    guard let share else {
      // Without a limit there is no bar, but the figure all the same.
      buffer.write(
        glyphs.truncate(text(metric), to: bar.columns), column: bar.column, row: bar.row,
        style: theme[role(of: metric) ?? .text], clip: bar)
      return
    }
    Gauge(
      value: share, maximum: maximum, text: text(metric), role: role(of: metric),
      textColumns: textColumns
    ).draw(into: &buffer, area: bar, theme: theme, glyphs: glyphs)
  }

  /// What stands beside a bar, such as `71.2 / 80.0 GiB !`.
  func text(_ metric: GPUMetric) -> String {
    let figure = GPUFigure(metric, of: device, now: now)
    let words =
      switch metric {
      case .memoryUsed: device.memoryText
      case .power: device.powerText
      case .temperature: temperatureText
      default: figure.text
      }
    let mark = warnings.first { $0.metric == metric }.map { " \($0.mark)" } ?? ""
    return words + mark + (hasAges && figure.isOld ? figure.note.map { " \($0)" } ?? "" : "")
  }

  /// Temperature, power and clock; a figure's unit tells what it is, one that is not known has its
  /// name.
  var facts: StyledLine {
    let parts: [(GPUMetric, name: String, text: String)] = [
      (.temperature, "temp", device.temperatureText), (.power, "power", device.powerText),
      (.smClock, "clock", device.smClockText),
    ]
    var spans: [StyledSpan] = []
    for (metric, name, text) in parts {
      if !spans.isEmpty { spans.append(StyledSpan(" · ", .textMuted)) }
      let hasLimit = metric == .power && device.powerLimitWatts != nil
      guard device[metric].value != nil || hasLimit else {
        spans.append(StyledSpan("\(name) n/a", .disabled))
        continue
      }
      let mark = warnings.first { $0.metric == metric }.map { " \($0.mark)" } ?? ""
      spans.append(StyledSpan(text + mark, role(of: metric) ?? .text))
    }
    let old = [GPUMetric.utilization, .temperature, .power].map {
      GPUFigure($0, of: device, now: now)
    }.first(where: \.isOld)
    if let age = old?.note { spans.append(StyledSpan(" · \(age)", .textMuted)) }
    return StyledLine(spans)
  }

  private var temperatureText: String {
    let limit = device.whole(.temperatureSlowdown).map { " of \($0) °C" }
    guard let limit, let value = device.temperatureCelsius else { return device.temperatureText }
    return "\(value)\(limit)"
  }

  private func role(of metric: GPUMetric) -> ThemeRole? {
    if let warning = warnings.first(where: { $0.metric == metric }) { return warning.role }
    return device[metric].state == .stale ? .textMuted : nil
  }

  private func share(of metric: GPUMetric) -> (value: Double?, maximum: Double) {
    switch metric {
    case .memoryUsed: (device.memoryPercent, 100)
    case .power:
      if let limit = device.powerLimitWatts { (device.powerWatts, limit) } else { (nil, 1) }
    case .temperature:
      (device[.temperature].value, device[.temperatureSlowdown].value ?? 100)
    default: (device[metric].value, 100)
    }
  }

  private static func name(of metric: GPUMetric) -> String {
    switch metric {
    case .utilization: "busy"
    case .memoryUsed: "memory"
    case .power: "power"
    case .temperature: "temp"
    default: metric.name
    }
  }
}
