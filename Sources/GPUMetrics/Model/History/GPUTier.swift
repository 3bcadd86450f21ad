/// The least, mean and greatest value of a figure in spans of equal length; a span in which nothing
/// was known is left out.
struct GPUTier: Sendable, Hashable {
  private struct Entry: Sendable, Hashable {
    /// Counts spans since 1970.
    let number: Int64
    let minimum: Float
    let mean: Float
    let maximum: Float
  }

  let spanSeconds: Double
  private let capacity: Int
  private var entries: [Entry] = []
  private var start = 0
  private var number: Int64 = .min
  private var minimum = 0.0
  private var maximum = 0.0
  private var sum = 0.0
  private var count = 0

  init(seconds: Double, spanSeconds: Double) {
    self.spanSeconds = max(0.001, spanSeconds)
    capacity = max(1, Int((seconds / self.spanSeconds).rounded(.up)))
  }

  mutating func append(_ value: Double?, at time: Double) {
    let place = (time / spanSeconds).rounded(.down)
    guard let value, abs(place) < 1e15 else { return }
    let now = Int64(place)
    if now != number { begin(now) }
    minimum = count == 0 ? value : min(minimum, value)
    maximum = count == 0 ? value : max(maximum, value)
    sum += value
    count += 1
  }

  /// All that was known between two moments; nil when nothing was.
  func span(from: Double, to: Double) -> GPUSpan? {
    let first = Int64(clamping: Int((from / spanSeconds).rounded(.down)))
    let last = max(first + 1, Int64(clamping: Int((to / spanSeconds).rounded(.up))))
    var found: [Entry] = []
    var index = partition(first)
    while index < entries.count, entries[index].number < last {
      found.append(entries[index])
      index += 1
    }
    if let current, current.number >= first, current.number < last { found.append(current) }
    guard let minimum = found.map(\.minimum).min(), let maximum = found.map(\.maximum).max() else {
      return nil
    }
    let mean = found.reduce(0) { $0 + Double($1.mean) } / Double(found.count)
    return GPUSpan(minimum: Double(minimum), mean: mean, maximum: Double(maximum))
  }

  private var current: Entry? {
    count == 0
      ? nil
      : Entry(
        number: number, minimum: Float(minimum), mean: Float(sum / Double(count)),
        maximum: Float(maximum))
  }

  private mutating func begin(_ next: Int64) {
    if let current { entries.append(current) }
    // Time went back: what was later is forgotten.
    while entries.count > start, let last = entries.last, last.number >= next {
      entries.removeLast()
    }
    start = min(start, entries.count)
    let oldest = next - Int64(capacity)
    while start < entries.count, entries[start].number <= oldest { start += 1 }
    if start > 256, start > entries.count / 2 {
      entries.removeFirst(start)
      start = 0
    }
    number = next
    count = 0
    sum = 0
  }

  private func partition(_ number: Int64) -> Int {
    var (low, high) = (start, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].number >= number { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
