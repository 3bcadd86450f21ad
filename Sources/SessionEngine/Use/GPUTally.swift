/// Adds up what a run uses of one GPU, sample by sample.
///
/// Means weigh each sample by its time (trapezoid rule). Between two samples that are further apart
/// than `longestGap` nothing is known: that time is not counted.
struct GPUTally: Sendable {
  /// One round in which the run had a process on the device; what is not known is nil.
  struct Sample: Sendable, Hashable {
    /// In seconds since 1970.
    var time: Double
    /// 0 to 100.
    var utilization: Double?
    /// Bytes.
    var memory: Double?
    /// Of the whole board.
    var watts: Double?
    /// The board's own counter.
    var joules: Double?
    /// Whether somebody else computes on it, too.
    var isShared = false
    /// Whether utilisation and memory are the device's, as the driver tells of no process.
    var isOfDevice = false
  }

  private struct Mean {
    private var area = 0.0
    private var seconds = 0.0
    private(set) var peak: Double?
    private var first: Double?

    mutating func add(_ value: Double?, after before: Double?, _ duration: Double) {
      guard let value else { return }
      first = first ?? value
      peak = max(peak ?? value, value)
      guard let before, duration > 0 else { return }
      area += (before + value) / 2 * duration
      seconds += duration
    }

    /// Of a single sample that sample.
    var value: Double? { seconds > 0 ? area / seconds : first }
  }

  static let longestGap = 5.0
  /// Energy of less of the time than this is not told as that of the time.
  private static let leastCovered = 0.9

  /// Such as `NVIDIA H100 80GB HBM3`; nil where the driver does not tell it.
  let name: String?
  private var last: Sample?
  private var seconds = 0.0
  private var utilization = Mean()
  private var memory = Mean()
  private var energy = 0.0
  private var energySeconds = 0.0
  private var wasShared = false
  private var isOfDevice = false

  /// - Parameter name: The device's.
  init(of name: String? = nil) {
    self.name = name
  }

  mutating func add(_ sample: Sample) {
    if let last, sample.time <= last.time { return }
    let before = last.flatMap { sample.time - $0.time <= Self.longestGap ? $0 : nil }
    let duration = before.map { sample.time - $0.time } ?? 0
    seconds += duration
    utilization.add(sample.utilization, after: before?.utilization, duration)
    memory.add(sample.memory, after: before?.memory, duration)
    wasShared = wasShared || sample.isShared
    isOfDevice = isOfDevice || sample.isOfDevice
    if let before, let joules = Self.joules(from: before, to: sample) {
      energy += joules
      energySeconds += duration
    }
    last = sample
  }

  /// The run has no process on the device now.
  mutating func pause() { last = nil }

  /// The board's counter where it has one, or else its power over the time.
  private static func joules(from before: Sample, to after: Sample) -> Double? {
    // A counter that has gone back was begun anew.
    if let start = before.joules, let end = after.joules, end >= start { return end - start }
    guard let first = before.watts, let second = after.watts else { return nil }
    return (first + second) / 2 * (after.time - before.time)
  }

  var use: GPUUse {
    GPUUse(
      seconds: seconds, meanUtilizationPercent: utilization.value,
      peakUtilizationPercent: utilization.peak,
      energyJoules: energySeconds > 0 && energySeconds >= Self.leastCovered * seconds
        ? energy : nil,
      meanMemoryBytes: memory.value.map(Self.bytes), peakMemoryBytes: memory.peak.map(Self.bytes),
      wasShared: wasShared, isOfDevice: isOfDevice)
  }

  private static func bytes(_ value: Double) -> UInt64 {
    value >= 0 && value < 1e18 ? UInt64(value) : 0
  }
}
