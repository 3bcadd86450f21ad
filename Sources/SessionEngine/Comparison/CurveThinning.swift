/// Makes a long curve short enough to draw without losing its spikes.
public enum CurveThinning {
  /// The points of each of `mostPoints / 2` equal stretches that have the smallest and the largest
  /// value, and the first and the last point of all, in their order.
  ///
  /// A mean would hide a spike, and every n-th point would miss it; the smallest and largest of a
  /// stretch draw the same picture as every point, as long as a stretch is no wider than a dot.
  /// - Parameter mostPoints: At least 4.
  public static func thinned(_ points: [MetricPoint], to mostPoints: Int) -> [MetricPoint] {
    let most = max(4, mostPoints)
    guard points.count > most else { return points }
    let buckets = (most - 2) / 2
    var kept: [MetricPoint] = [points[0]]
    let inside = points.count - 2
    for bucket in 0..<buckets {
      let start = 1 + inside * bucket / buckets
      let end = 1 + inside * (bucket + 1) / buckets
      guard start < end else { continue }
      var lowest = start
      var highest = start
      for index in start..<end {
        if points[index].value < points[lowest].value { lowest = index }
        if points[index].value > points[highest].value { highest = index }
      }
      kept.append(points[min(lowest, highest)])
      if lowest != highest { kept.append(points[max(lowest, highest)]) }
    }
    kept.append(points[points.count - 1])
    return kept
  }
}
