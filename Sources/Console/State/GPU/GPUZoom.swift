/// How much time a column of a GPU's graph shows; the raw value is in seconds.
public enum GPUZoom: Double, Sendable, Hashable, CaseIterable {
  case oneSecond = 1
  case twoSeconds = 2
  case fiveSeconds = 5
  case tenSeconds = 10
  case halfMinute = 30
  case oneMinute = 60
  case twoMinutes = 120
  case fiveMinutes = 300
  case tenMinutes = 600

  /// The next one with more time (positive) or less; nil at the end.
  func moved(by step: Int) -> GPUZoom? {
    let all = Self.allCases
    let index = (all.firstIndex(of: self) ?? 0) + step
    return all.indices.contains(index) ? all[index] : nil
  }
}
