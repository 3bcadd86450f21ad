import Foundation

/// Curves over axes as an inline picture; its colours are the page's style.
struct SVGPlot {
  struct Line {
    let side: Int
    /// Whether it is one of those the side's median is of.
    let counts: Bool
    let points: [MedianCurve.Point]
  }

  private static let width = 560.0
  private static let height = 330.0
  private static let left = 58.0
  private static let right = 16.0
  private static let top = 12.0
  private static let bottom = 44.0

  /// Unique within the page.
  let id: String
  let title: String
  let description: String
  let xName: String
  let isTime: Bool
  let mayBeLogarithmic: Bool
  /// One for each run.
  let lines: [Line]

  var svg: String {
    let xs = PlotScale(
      of: lines.lazy.flatMap(\.points).map(\.x), ticks: 6, isTime: isTime, touchesData: true)
    let ys = PlotScale(
      of: lines.lazy.flatMap(\.points).map(\.y), ticks: 5, mayBeLogarithmic: mayBeLogarithmic)
    return """
      <svg viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" \
      aria-labelledby="\(id)-title \(id)-desc">
      <title id="\(id)-title">\(HTMLText.escaped(title))</title>
      <desc id="\(id)-desc">\(HTMLText.escaped(description))</desc>
      \(grid(xs, ys))
      \(curves(xs, ys))
      </svg>
      """
  }

  private func grid(_ xs: PlotScale, _ ys: PlotScale) -> String {
    let bottom = Self.height - Self.bottom
    let right = Self.width - Self.right
    var parts = ys.ticks.map { tick in
      let y = Self.coordinate(self.y(tick, ys))
      return "<line class=\"grid\" x1=\"\(Int(Self.left))\" x2=\"\(Int(right))\" y1=\"\(y)\" "
        + "y2=\"\(y)\"/><text class=\"tick\" text-anchor=\"end\" x=\"\(Int(Self.left) - 8)\" "
        + "y=\"\(y)\" dy=\"0.34em\">\(ys.label(tick, isTime: false))</text>"
    }
    parts += xs.ticks.map { tick in
      let x = Self.coordinate(self.x(tick, xs))
      return "<line class=\"mark\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(Int(bottom))\" "
        + "y2=\"\(Int(bottom) + 5)\"/><text class=\"tick\" text-anchor=\"middle\" x=\"\(x)\" "
        + "y=\"\(Int(bottom) + 19)\">\(xs.label(tick, isTime: isTime))</text>"
    }
    parts.append(
      "<line class=\"axis\" x1=\"\(Int(Self.left))\" x2=\"\(Int(right))\" "
        + "y1=\"\(Int(bottom))\" y2=\"\(Int(bottom))\"/>")
    parts.append(
      "<text class=\"axis-name\" text-anchor=\"end\" x=\"\(Int(right))\" "
        + "y=\"\(Int(Self.height) - 6)\">\(HTMLText.escaped(unitOfX(xs)))</text>")
    return parts.joined(separator: "\n")
  }

  private func unitOfX(_ xs: PlotScale) -> String {
    guard isTime else { return xName }
    return xs.high >= 3600
      ? "h:min:s from the start"
      : xs.high >= 120 ? "min:s from the start" : xName
  }

  /// Single runs first, so that the medians lie over them.
  private func curves(_ xs: PlotScale, _ ys: PlotScale) -> String {
    var parts: [String] = []
    var medians: [String] = []
    for side in Set(lines.map(\.side)).sorted() {
      let repeats = lines.filter { $0.side == side }
      if repeats.count > 1 {
        parts += repeats.map { path($0.points, "run s\(side)", xs, ys) }
      }
      let median = MedianCurve.median(of: repeats.filter(\.counts).map(\.points))
      medians.append(path(median, "median s\(side)", xs, ys))
      if let last = median.last {
        medians.append(
          "<circle class=\"end s\(side)\" cx=\"\(Self.coordinate(x(last.x, xs)))\" "
            + "cy=\"\(Self.coordinate(y(last.y, ys)))\" r=\"4\"/>")
      }
    }
    return (parts + medians).joined(separator: "\n")
  }

  private func path(
    _ points: [MedianCurve.Point], _ kind: String, _ xs: PlotScale, _ ys: PlotScale
  ) -> String {
    var data = ""
    for point in points {
      data += data.isEmpty ? "M" : "L"
      data += "\(Self.coordinate(x(point.x, xs))) \(Self.coordinate(y(point.y, ys)))"
    }
    return "<path class=\"\(kind)\" d=\"\(data)\"/>"
  }

  private func x(_ value: Double, _ scale: PlotScale) -> Double {
    Self.left + scale.share(of: value) * (Self.width - Self.left - Self.right)
  }

  private func y(_ value: Double, _ scale: PlotScale) -> Double {
    Self.height - Self.bottom - scale.share(of: value) * (Self.height - Self.top - Self.bottom)
  }

  /// A tenth of a unit is finer than any screen shows.
  static func coordinate(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : String(format: "%.1f", Double(tenths) / 10)
  }

  /// A short piece of a side's line, for legends.
  static func sample(side: Int) -> String {
    "<svg class=\"sample\" aria-hidden=\"true\" viewBox=\"0 0 30 12\" width=\"30\" height=\"12\">"
      + "<path class=\"median s\(side)\" d=\"M2 6L28 6\"/></svg>"
  }
}
