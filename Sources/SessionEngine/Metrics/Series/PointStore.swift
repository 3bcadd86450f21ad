/// The points a run has given that nobody has taken yet, packed: about 25 bytes each.
struct PointStore {
  /// The points of some lines; one place for all figures of a line.
  struct Chunk: Sendable {
    fileprivate var places: [Place] = []
    fileprivate var series: [UInt16] = []
    fileprivate var values: [Double] = []
  }

  fileprivate struct Place: Sendable {
    let step: Int
    let epoch: Double
    let seconds: Double
    let count: Int
  }

  /// So many points may wait; what comes above them is counted and not kept.
  static let mostWaiting = 1_000_000
  private static let chunkCount = 8192

  private(set) var count = 0
  private(set) var lost = 0
  private var full: [Chunk] = []
  private var current = Chunk()

  mutating func append(
    _ values: [LineFigures.Value], step: Int?, epoch: Double?, seconds: Double
  ) {
    guard count + values.count <= Self.mostWaiting else {
      lost += values.count
      return
    }
    if current.values.count + values.count > Self.chunkCount { closeChunk() }
    if current.values.isEmpty { reserve() }
    current.places.append(
      Place(step: step ?? .min, epoch: epoch ?? .nan, seconds: seconds, count: values.count))
    for value in values {
      current.series.append(UInt16(truncatingIfNeeded: value.series))
      current.values.append(value.value)
    }
    count += values.count
  }

  /// Whole chunks, the oldest first, until they hold about so many points.
  mutating func take(about limit: Int) -> [Chunk] {
    closeChunk()
    var taken = 0
    var end = 0
    while end < full.count, taken < limit {
      taken += full[end].values.count
      end += 1
    }
    let chunks = Array(full[..<end])
    full.removeFirst(end)
    count -= taken
    return chunks
  }

  static func points(_ chunks: [Chunk], names: [String]) -> [MetricPoint] {
    var points: [MetricPoint] = []
    points.reserveCapacity(chunks.reduce(0) { $0 + $1.values.count })
    for chunk in chunks {
      var index = 0
      for place in chunk.places {
        for _ in 0..<place.count {
          points.append(
            MetricPoint(
              series: names[Int(chunk.series[index])], step: place.step == .min ? nil : place.step,
              epoch: place.epoch.isNaN ? nil : place.epoch, seconds: place.seconds,
              value: chunk.values[index]))
          index += 1
        }
      }
    }
    return points
  }

  private mutating func closeChunk() {
    if !current.values.isEmpty { full.append(current) }
    current = Chunk()
  }

  private mutating func reserve() {
    current.series.reserveCapacity(Self.chunkCount)
    current.values.reserveCapacity(Self.chunkCount)
    current.places.reserveCapacity(Self.chunkCount / 4)
  }
}
