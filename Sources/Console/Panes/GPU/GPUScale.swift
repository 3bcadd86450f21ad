import GPUMetrics

/// What the rows of a figure's graph stand for: up to its limit where it has one.
struct GPUScale {
  let range: ClosedRange<Double>
  /// What the top row is, such as `700 W limit`.
  let top: String
  let bottom: String

  init(_ metric: GPUMetric, of device: GPUDevice, spans: [GPUSpan?]) {
    let known = spans.compactMap(\.self)
    let greatest = known.map(\.maximum).max() ?? 0
    let least = min(0, known.map(\.minimum).min() ?? 0)
    let limit = Self.limit(of: metric, device)
    if let limit, greatest <= limit.value {
      range = least...limit.value
      top = GPUFigure.text(of: limit.value, metric) + limit.words
    } else if metric.unit == .joules, let first = known.map(\.minimum).min(), first < greatest {
      // What only grows is flat beside 0.
      range = first...greatest
      top = GPUFigure.text(of: greatest, metric)
    } else {
      let end = max(Self.rounded(greatest), least + 1)
      range = least...end
      top = GPUFigure.text(of: end, metric)
    }
    bottom = GPUFigure.text(of: range.lowerBound, metric)
  }

  private static func limit(
    of metric: GPUMetric, _ device: GPUDevice
  ) -> (value: Double, words: String)? {
    func value(_ metric: GPUMetric) -> Double? {
      device[metric].value.flatMap { $0 > 0 ? $0 : nil }
    }
    switch metric {
    case .utilization, .memoryUtilization, .encoder, .decoder, .fan: return (100, "")
    case .memoryUsed, .memoryFree, .memoryReserved: return value(.memoryTotal).map { ($0, "") }
    case .power, .powerInstant: return value(.powerLimit).map { ($0, " limit") }
    case .temperature: return value(.temperatureSlowdown).map { ($0, " slows") } ?? (100, "")
    case .memoryTemperature: return (110, "")
    case .smClock: return value(.smClockMax).map { ($0, " max") }
    case .graphicsClock: return value(.graphicsClockMax).map { ($0, " max") }
    case .memoryClock: return value(.memoryClockMax).map { ($0, " max") }
    case .videoClock: return value(.videoClockMax).map { ($0, " max") }
    case .performanceState: return (15, "")
    default: return nil
    }
  }

  /// The next of 1, 2, 5, 10, 20, …, so that the scale seldom changes.
  private static func rounded(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 1 }
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    while power > value { power /= 10 }
    return [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= value } ?? value
  }
}
