/// The last rounds of every device's figures, for graphs; a gap is nil, never zero.
public struct GPUHistory: Sendable, Hashable {
  /// How many rounds are kept.
  public let capacity: Int
  private var series: [Int: [GPUMetric: [Double?]]] = [:]
  private var rounds = 0

  /// - Parameter capacity: At least 1.
  public init(capacity: Int = 600) {
    self.capacity = max(1, capacity)
  }

  /// The indices of the devices seen within the kept rounds, ascending.
  public var deviceIndices: [Int] { series.keys.sorted() }

  /// Adds one round; a device the report leaves out, and every device of a report that only
  /// repeats old figures, gets a gap.
  public mutating func append(_ report: GPUReport) {
    let fresh = report.silentSeconds == nil ? report.devices : []
    for device in fresh where series[device.index] == nil {
      let gaps = [Double?](repeating: nil, count: rounds)
      series[device.index] = Dictionary(
        uniqueKeysWithValues: GPUMetric.allCases.map { ($0, gaps) })
    }
    rounds = min(rounds + 1, capacity)
    let byIndex = Dictionary(fresh.map { ($0.index, $0) }, uniquingKeysWith: { $1 })
    for index in deviceIndices {
      for metric in GPUMetric.allCases {
        let value = byIndex[index].flatMap { metric.value(of: $0) }
        series[index]?[metric]?.append(value)
        if let count = series[index]?[metric]?.count, count > capacity {
          series[index]?[metric]?.removeFirst(count - capacity)
        }
      }
    }
  }

  /// One device's figures, oldest first, at most `capacity`; empty for a device never seen.
  public func values(of metric: GPUMetric, device index: Int) -> [Double?] {
    series[index]?[metric] ?? []
  }
}
