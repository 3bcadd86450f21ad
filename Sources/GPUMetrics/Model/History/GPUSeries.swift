/// One figure of one device over time: points of the last minutes, and before them spans of a few
/// seconds each.
struct GPUSeries: Sendable, Hashable {
  private static let gap = -Double.infinity
  /// A point stands for the time after it until the next one, at most so many seconds.
  private static let hold = 5.0

  private let rawSeconds: Double
  private var times: [Double] = []
  private var values: [Double] = []
  private var start = 0
  private var tier: GPUTier
  /// Whether there were points before those that are kept; else spans know nothing older.
  private var isTrimmed = false

  init(rawSeconds: Double, tierSeconds: Double, spanSeconds: Double) {
    self.rawSeconds = rawSeconds
    tier = GPUTier(seconds: tierSeconds, spanSeconds: spanSeconds)
  }

  var newestTime: Double? { times.count > start ? times.last : nil }

  /// Adds a point, or a gap; where time goes back, what was later is forgotten.
  mutating func append(_ value: Double?, at time: Double) {
    while times.count > start, let last = times.last, last > time {
      times.removeLast()
      values.removeLast()
    }
    // A gap that is told again at the same moment says nothing new.
    if value == nil, newestTime == time, values.last == Self.gap { return }
    times.append(time)
    values.append(value ?? Self.gap)
    tier.append(value, at: time)
    while start < times.count, times[start] < time - rawSeconds {
      start += 1
      isTrimmed = true
    }
    if start > 512, start > times.count / 2 {
      times.removeFirst(start)
      values.removeFirst(start)
      start = 0
    }
  }

  /// The points of the last minutes within a time, oldest first.
  func points(in range: ClosedRange<Double>) -> [GPUPoint] {
    let last = index(after: range.upperBound)
    let first = min(index(from: range.lowerBound), last)
    return (first..<last).map { GPUPoint(time: times[$0], value: value(at: $0)) }
  }

  /// What the figure was in each of some spans of equal length, oldest first; a gap is nil.
  func spans(ending end: Double, step: Double, count: Int) -> [GPUSpan?] {
    let begin = end - step * Double(count)
    let oldest = start < times.count ? times[start] : Double.infinity
    var next = index(from: begin)
    return (0..<count).map { column in
      let from = begin + step * Double(column)
      let to = column == count - 1 ? end : begin + step * Double(column + 1)
      let first = next
      while next < times.count, times[next] < to || (column == count - 1 && times[next] == to) {
        next += 1
      }
      let own = span(first..<next)
      let isOlder = isTrimmed && from < oldest && (own == nil || step >= tier.spanSeconds)
      if isOlder, let older = tier.span(from: from, to: to) { return older }
      if let own { return own }
      guard first == next, first > start, let held = value(at: first - 1),
        from - times[first - 1] <= Self.hold
      else { return nil }
      return GPUSpan(minimum: held, mean: held, maximum: held)
    }
  }

  private func span(_ range: Range<Int>) -> GPUSpan? {
    let known = values[range].filter { $0 != Self.gap }
    guard let minimum = known.min(), let maximum = known.max() else { return nil }
    let mean = known.reduce(0, +) / Double(known.count)
    return GPUSpan(minimum: minimum, mean: mean, maximum: maximum)
  }

  private func value(at index: Int) -> Double? {
    values[index] == Self.gap ? nil : values[index]
  }

  /// The first point that is not earlier.
  private func index(from time: Double) -> Int {
    partition { times[$0] >= time }
  }

  /// The first point that is later.
  private func index(after time: Double) -> Int {
    partition { times[$0] > time }
  }

  private func partition(_ isBehind: (Int) -> Bool) -> Int {
    var (low, high) = (start, times.count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
