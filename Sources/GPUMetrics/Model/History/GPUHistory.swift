/// Every device's figures by time, for graphs: points of the last quarter of an hour, before them
/// spans of ten seconds for twelve hours. A gap is nil, never zero.
///
/// A device is asked for by the index it has now. What is kept follows its UUID, as another device
/// may have its index later, and it another index.
public struct GPUHistory: Sendable, Hashable {
  private struct Key: Sendable, Hashable {
    /// Which of the devices seen so far.
    let place: Int
    let metric: GPUMetric
  }

  /// Finer points of the driver are kept at least so many seconds apart.
  private static let finest = 0.2

  private let empty: GPUSeries
  private var series: [Key: GPUSeries] = [:]
  private var identities = GPUIdentities()
  /// The newest round's time in seconds since 1970; nil before the first.
  public private(set) var newestTime: Double?
  /// The first round's time in seconds since 1970; nil before it.
  public private(set) var oldestTime: Double?

  /// - Parameters:
  ///   - rawSeconds: For how long every point is kept.
  ///   - tierSeconds: For how long spans are kept.
  ///   - spanSeconds: How long a span is.
  public init(
    rawSeconds: Double = 900, tierSeconds: Double = 43_200, spanSeconds: Double = 10
  ) {
    empty = GPUSeries(
      rawSeconds: rawSeconds, tierSeconds: tierSeconds, spanSeconds: spanSeconds)
  }

  /// The indices of the devices seen so far, ascending.
  public var deviceIndices: [Int] { identities.indices }

  /// Adds one round; a device the report leaves out, a figure that is not known or only an old
  /// one, and every figure of a report that only repeats old ones, gets a gap.
  public mutating func append(_ report: GPUReport) {
    // A report that no source made has no time of its own.
    let time = report.time > 0 ? report.time : newestTime ?? 0
    newestTime = time
    oldestTime = min(oldestTime ?? time, time)
    let isFresh = report.silentSeconds == nil
    let places = isFresh ? identities.places(of: report.devices) : [:]
    var present: Set<Int> = []
    for device in report.devices {
      guard let place = places[device.index], present.insert(place).inserted else { continue }
      append(device, place: place, at: time)
    }
    for key in Array(series.keys) where !present.contains(key.place) {
      series[key]?.append(nil, at: time)
    }
  }

  /// One figure's points of the last quarter of an hour, oldest first; empty where it was never
  /// known.
  /// - Parameter range: In seconds since 1970.
  public func points(
    of metric: GPUMetric, device index: Int,
    in range: ClosedRange<Double> = -.greatestFiniteMagnitude ... .greatestFiniteMagnitude
  ) -> [GPUPoint] {
    series(of: metric, device: index)?.points(in: range) ?? []
  }

  /// One figure's values of the last quarter of an hour, oldest first.
  public func values(of metric: GPUMetric, device index: Int) -> [Double?] {
    points(of: metric, device: index).map(\.value)
  }

  /// What a figure was in each of `count` spans of `step` seconds, oldest first, the last of them
  /// ending at a moment; nil where nothing was known. Short steps repeat a value until the next
  /// one; what is older than the points comes from spans of ten seconds.
  /// - Parameters:
  ///   - end: In seconds since 1970.
  ///   - step: More than 0.
  public func spans(
    of metric: GPUMetric, device index: Int, ending end: Double, step: Double, count: Int
  ) -> [GPUSpan?] {
    guard count > 0, step > 0, end.isFinite,
      let series = series(of: metric, device: index)
    else { return Array(repeating: nil, count: max(0, count)) }
    return series.spans(ending: end, step: step, count: count)
  }

  private func series(of metric: GPUMetric, device index: Int) -> GPUSeries? {
    identities.place(of: index).flatMap { series[Key(place: $0, metric: metric)] }
  }

  private mutating func append(_ device: GPUDevice, place: Int, at time: Double) {
    var finer: [GPUMetric: [GPUSample]] = [:]
    for sample in device.samples where sample.time <= time {
      finer[sample.metric, default: []].append(sample)
    }
    for metric in GPUMetric.allCases {
      let key = Key(place: place, metric: metric)
      let value = metric.value(of: device)
      // A figure that was never known takes no room.
      guard value != nil || series[key] != nil else { continue }
      var points = series[key] ?? empty
      series[key] = nil
      if value != nil, let samples = finer[metric] {
        for sample in samples where sample.time >= (points.newestTime ?? 0) + Self.finest {
          points.append(sample.value, at: sample.time)
        }
      }
      let isCovered = points.newestTime.map { value != nil && time - $0 < Self.finest } ?? false
      if !isCovered || finer[metric] == nil { points.append(value, at: time) }
      series[key] = points
    }
  }
}
