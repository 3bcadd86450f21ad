/// Which time the columns of a graph show.
///
/// Its ends are whole steps since 1970, so that a column keeps its time while rounds come in.
struct GPUTimeline: Hashable {
  let end: Double
  /// In seconds for each column.
  let step: Double
  let columns: Int

  /// - Parameter end: What the last column has to hold, in seconds since 1970.
  init(holding end: Double, step: Double, columns: Int) {
    self.step = max(0.001, step)
    self.columns = max(0, columns)
    self.end = (end / self.step).rounded(.up) * self.step
  }

  var begin: Double { end - seconds }
  var seconds: Double { step * Double(columns) }

  /// The column that holds a moment; nil for one beside the graph.
  func column(of time: Double) -> Int? {
    guard time >= begin, time <= end, columns > 0 else { return nil }
    return min(columns - 1, Int(((time - begin) / step).rounded(.down)))
  }
}
