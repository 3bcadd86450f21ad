/// The middle of several repeats' curves.
public enum MedianCurve {
  public struct Point: Sendable, Hashable {
    public let x: Double
    public let y: Double
  }

  /// The points of a curve over an axis, in ascending order; of those at one place the last.
  public static func line(_ points: [MetricPoint], over axis: CurveAxis) -> [Point] {
    var line: [Point] = []
    for point in points {
      guard let x = axis.place(of: point) else { continue }
      if let last = line.last, x <= last.x {
        if x == last.x { line[line.count - 1] = Point(x: x, y: point.value) }
        continue
      }
      line.append(Point(x: x, y: point.value))
    }
    return line
  }

  /// The median at every place of the repeats, where all of them have values; between two points
  /// of a repeat a straight line is taken. One curve is its own median.
  public static func median(of lines: [[Point]]) -> [Point] {
    let lines = lines.filter { !$0.isEmpty }
    guard lines.count > 1 else { return lines.first ?? [] }
    let start = lines.compactMap { $0.first?.x }.max() ?? 0
    let end = lines.compactMap { $0.last?.x }.min() ?? 0
    guard start <= end else { return [] }
    let places = Set(lines.joined().map(\.x).filter { $0 >= start && $0 <= end }).sorted()
    var cursors = [Int](repeating: 0, count: lines.count)
    return places.compactMap { x in
      var values: [Double] = []
      for (index, line) in lines.enumerated() {
        while cursors[index] + 1 < line.count, line[cursors[index] + 1].x <= x {
          cursors[index] += 1
        }
        values.append(value(of: line, after: cursors[index], at: x))
      }
      return Spread(values).map { Point(x: x, y: $0.median) }
    }
  }

  private static func value(of line: [Point], after index: Int, at x: Double) -> Double {
    let left = line[index]
    guard index + 1 < line.count, x > left.x else { return left.y }
    let right = line[index + 1]
    return left.y + (right.y - left.y) * (x - left.x) / (right.x - left.x)
  }
}
