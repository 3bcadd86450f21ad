import GPUMetrics

/// Something of a device that is near or at its limit.
///
/// It is drawn as `!` or `!!` beside its figure, with a word: a shape and not a colour alone.
struct GPUWarning: Hashable {
  enum Level: Int, Hashable, Comparable {
    case near = 1
    case reached = 2

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// So many degrees below the slowdown temperature are near.
  private static let nearDegrees = 5.0
  /// So many percent of the memory are nearly, and wholly, full.
  private static let nearlyFull = 90.0
  private static let full = 98.0
  /// From this share of the limit on the power is at it.
  private static let atLimit = 0.98

  /// What it is about.
  let metric: GPUMetric
  let level: Level
  /// One to three words.
  let short: String
  let words: String

  /// `!` or `!!`.
  var mark: String { String(repeating: "!", count: level.rawValue) }
  var role: ThemeRole { level == .near ? .warning : .bad }

  /// What a device's figures of this round warn of, the gravest first; old ones warn of nothing.
  static func all(of device: GPUDevice) -> [GPUWarning] {
    let found = [
      temperature(of: device), memory(of: device), power(of: device), clocks(of: device),
      errors(of: device), rows(of: device),
    ]
    return found.compactMap(\.self).enumerated()
      .sorted { ($1.element.level.rawValue, $0.offset) < ($0.element.level.rawValue, $1.offset) }
      .map(\.element)
  }

  private static func temperature(of device: GPUDevice) -> GPUWarning? {
    let margin = GPUMetric.temperatureMargin.value(of: device)
    let difference = GPUMetric.temperature.value(of: device).flatMap { temperature in
      // A limit is asked once, and stays true when it is old.
      device[.temperatureSlowdown].value.map { $0 - temperature }
    }
    guard let left = margin ?? difference, left <= nearDegrees else { return nil }
    guard left > 0 else {
      return GPUWarning(
        metric: .temperature, level: .reached, short: "too hot",
        words: "The temperature has reached what it slows down at.")
    }
    let degrees = Int(left.rounded(.up))
    return GPUWarning(
      metric: .temperature, level: .near, short: "hot",
      words: "The temperature is \(degrees) °C below what it slows down at.")
  }

  private static func memory(of device: GPUDevice) -> GPUWarning? {
    guard GPUMetric.memoryUsed.value(of: device) != nil, let percent = device.memoryPercent,
      percent >= nearlyFull
    else { return nil }
    return percent >= full
      ? GPUWarning(
        metric: .memoryUsed, level: .reached, short: "full", words: "The memory is full.")
      : GPUWarning(
        metric: .memoryUsed, level: .near, short: "nearly full",
        words: "The memory is nearly full: \(Int(percent)) %.")
  }

  private static func power(of device: GPUDevice) -> GPUWarning? {
    guard let draw = GPUMetric.power.value(of: device), let limit = device[.powerLimit].value,
      draw >= limit * atLimit
    else { return nil }
    return GPUWarning(
      metric: .power, level: .near, short: "at power limit", words: "The power is at its limit.")
  }

  private static func clocks(of device: GPUDevice) -> GPUWarning? {
    guard device.fault == nil, device.stuck == nil, let reasons = device.clockReasons else {
      return nil
    }
    let words = reasons.filter(\.isWarning).map(\.words).sorted()
    guard !words.isEmpty else { return nil }
    return GPUWarning(
      metric: .smClock, level: .near, short: "held down",
      words: "The clocks are \(words.joined(separator: ", ")).")
  }

  private static func errors(of device: GPUDevice) -> GPUWarning? {
    guard let count = GPUMetric.eccUncorrected.value(of: device), count > 0 else { return nil }
    return GPUWarning(
      metric: .eccUncorrected, level: .reached, short: "memory errors",
      words: "\(Int(count)) memory errors could not be corrected: tell the administrator.")
  }

  private static func rows(of device: GPUDevice) -> GPUWarning? {
    if GPUMetric.remappedRowsFailure.value(of: device) == 1 {
      return GPUWarning(
        metric: .remappedRowsFailure, level: .reached, short: "bad memory",
        words: "A faulty row of memory could not be replaced: tell the administrator.")
    }
    guard GPUMetric.remappedRowsPending.value(of: device) == 1 else { return nil }
    return GPUWarning(
      metric: .remappedRowsPending, level: .near, short: "reset needed",
      words: "A faulty row of memory waits to be replaced at the next reset.")
  }
}
