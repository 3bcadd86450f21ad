import Foundation

/// From values to places along an axis, with round numbers to label.
struct PlotScale {
  let low: Double
  let high: Double
  let isLogarithmic: Bool
  /// Ascending, within `low` and `high`.
  let ticks: [Double]

  /// - Parameters:
  ///   - isTime: Whether the values are seconds, which round to minutes and hours.
  ///   - mayBeLogarithmic: Whether powers of ten serve when the values span more than a hundredfold.
  ///   - touchesData: Whether the axis ends where the values do; otherwise at round numbers.
  init(
    of values: some Sequence<Double>, ticks count: Int, isTime: Bool = false,
    mayBeLogarithmic: Bool = false, touchesData: Bool = false
  ) {
    var low = Double.infinity
    var high = -Double.infinity
    for value in values where value.isFinite {
      low = min(low, value)
      high = max(high, value)
    }
    if low > high { (low, high) = (0, 1) }
    isLogarithmic = mayBeLogarithmic && low > 0 && high / low > 100
    if isLogarithmic {
      let first = log10(low).rounded(.down)
      let last = log10(high).rounded(.up)
      (self.low, self.high) = (pow(10, first), pow(10, last))
      ticks = stride(from: first, through: last, by: 1).map { pow(10, $0) }
      return
    }
    if !touchesData {
      // A figure that is never far from zero is shown from there.
      if low > 0, low < high * 0.6 { low = 0 }
      if low == high {
        (low, high) = (low - abs(low) * 0.1 - 0.001, high + abs(high) * 0.1 + 0.001)
      }
    } else if low == high {
      high = low + 1
    }
    let step = Self.step((high - low) / Double(max(1, count)), isTime: isTime)
    let first = (low / step + (touchesData ? -1e-9 : 1e-9))
      .rounded(touchesData ? .up : .down)
    let last = (high / step + (touchesData ? 1e-9 : -1e-9))
      .rounded(touchesData ? .down : .up)
    self.low = touchesData ? low : min(low, first * step)
    self.high = touchesData ? high : max(high, last * step)
    // By multiplication: adding steps up would carry their rounding on.
    ticks = first <= last ? stride(from: first, through: last, by: 1).map { $0 * step } : [low]
  }

  private static func step(_ rough: Double, isTime: Bool) -> Double {
    if isTime, rough > 10 {
      let steps = [15.0, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400]
      if let step = steps.first(where: { $0 >= rough }) { return step }
    }
    let size = pow(10, log10(rough).rounded(.down))
    let factor = [1.0, 2, 5, 10].first { $0 * size >= rough * 0.999 } ?? 10
    return factor * size
  }

  /// 0 at the low end, 1 at the high one.
  func share(of value: Double) -> Double {
    if isLogarithmic { return (log10(value) - log10(low)) / (log10(high) - log10(low)) }
    return (value - low) / (high - low)
  }

  /// With as many digits as the ticks need to differ.
  func label(_ tick: Double, isTime: Bool) -> String {
    if isTime, high >= 120 { return tick == 0 ? "0" : FigureWords.duration(max(60, tick)) }
    if isLogarithmic { return String(format: "%g", tick) }
    guard ticks.count > 1 else { return FigureWords.number(tick) }
    let step = ticks[1] - ticks[0]
    if abs(tick) >= 10_000 || step >= 1 {
      return abs(tick) >= 1000 ? FigureWords.number(tick) : FigureWords.fixed(tick + 0, 0)
    }
    return FigureWords.fixed(tick, min(6, max(1, Int(-log10(step).rounded(.down)))))
  }
}
