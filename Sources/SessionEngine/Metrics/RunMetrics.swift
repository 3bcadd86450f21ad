/// The figures a run has printed so far; what it has not said is nil.
public struct RunMetrics: Sendable, Hashable {
  /// A run keeps so many loss points; beyond it every second one is dropped, the newest kept.
  public static let mostLossPoints = 4096

  /// A loss at a place in the training.
  public struct LossPoint: Sendable, Hashable {
    /// Epochs done, with the fraction of the running one: 2.5 is the middle of the third.
    public let progress: Double
    public let loss: Double

    public init(progress: Double, loss: Double) {
      self.progress = progress
      self.loss = loss
    }
  }

  public private(set) var framework: String?
  public private(set) var frameworkVersion: String?
  public private(set) var device: String?
  public private(set) var deviceName: String?
  public private(set) var cuda: String?
  /// How many epochs the run has announced.
  public private(set) var plannedEpochs: Int?
  /// The epoch the last line belonged to, counted from 1.
  public private(set) var epoch: Int?
  public private(set) var step: Int?
  public private(set) var loss: Double?
  public private(set) var accuracy: Double?
  public private(set) var imagesPerSecond: Double?
  public private(set) var elapsedSeconds: Double?
  public private(set) var peakMemoryBytes: UInt64?
  /// Finished epochs in order.
  public private(set) var epochs: [EpochPoint] = []
  public private(set) var losses: [LossPoint] = []
  private var stepsPerEpoch: Int?

  public init() {}

  /// Reads one line of output; answers whether it held a figure.
  @discardableResult
  public mutating func read(_ line: String) -> Bool {
    // A line of prose such as `see https://…/?a=1` has pairs too: a figure needs a known key.
    guard line.utf8.contains(UInt8(ascii: "=")), let pairs = LogfmtLine(line) else { return false }
    let known = pairs.keys.contains { Self.knownKeys.contains($0) }
    guard known else { return false }
    readFacts(pairs)
    readFigures(pairs)
    return true
  }

  private static let knownKeys = [
    "epoch", "step", "loss", "accuracy", "images_per_second", "device", "elapsed", "epochs",
    "peak_memory_bytes", "framework",
  ]

  private mutating func readFacts(_ pairs: LogfmtLine) {
    framework = pairs["framework"] ?? framework
    frameworkVersion = pairs["version"] ?? frameworkVersion
    device = pairs["device"] ?? device
    deviceName = pairs["device_name"] ?? deviceName
    if let value = pairs["cuda"], value != "none", !value.isEmpty { cuda = value }
    plannedEpochs = pairs.number("epochs").flatMap(Self.count) ?? plannedEpochs
    stepsPerEpoch = pairs.number("steps_per_epoch").flatMap(Self.count) ?? stepsPerEpoch
  }

  private mutating func readFigures(_ pairs: LogfmtLine) {
    epoch = pairs.number("epoch").flatMap(Self.count) ?? epoch
    step = pairs.number("step").flatMap(Self.count) ?? step
    accuracy = pairs.number("accuracy") ?? accuracy
    imagesPerSecond = pairs.number("images_per_second") ?? imagesPerSecond
    elapsedSeconds = pairs.number("elapsed") ?? elapsedSeconds
    peakMemoryBytes = pairs.number("peak_memory_bytes").flatMap(Self.bytes) ?? peakMemoryBytes
    guard let newLoss = pairs.number("loss") else { return }
    loss = newLoss
    // The closing line repeats the last figures: it is no point of its own.
    guard let epoch, pairs["event"] == nil, pairs["epoch"] != nil else { return }
    if pairs["accuracy"] != nil {
      finish(epoch: epoch, pairs)
    } else if let place = progress(inEpoch: epoch) {
      append(LossPoint(progress: place, loss: newLoss))
    }
  }

  private mutating func finish(epoch: Int, _ pairs: LogfmtLine) {
    let point = EpochPoint(
      epoch: epoch, loss: pairs.number("loss"), accuracy: pairs.number("accuracy"),
      imagesPerSecond: pairs.number("images_per_second"), elapsedSeconds: pairs.number("elapsed"))
    epochs.removeAll { $0.epoch >= epoch }
    epochs.append(point)
    if let loss = point.loss { append(LossPoint(progress: Double(epoch), loss: loss)) }
  }

  /// Where a step stands in the training; steps count on from epoch to epoch.
  private func progress(inEpoch epoch: Int) -> Double? {
    guard let step, let stepsPerEpoch, stepsPerEpoch > 0 else { return nil }
    return min(Double(epoch), Double(step) / Double(stepsPerEpoch))
  }

  private mutating func append(_ point: LossPoint) {
    if let last = losses.last, point.progress < last.progress {
      losses.removeAll { $0.progress >= point.progress }
    }
    losses.append(point)
    if losses.count > Self.mostLossPoints {
      let last = losses.count - 1
      losses = losses.enumerated().filter { $0.offset % 2 == 0 || $0.offset == last }.map(\.element)
    }
  }

  private static func count(_ value: Double) -> Int? {
    value >= 0 && value <= 1e12 ? Int(value) : nil
  }

  private static func bytes(_ value: Double) -> UInt64? {
    value >= 0 && value <= 1e18 ? UInt64(value) : nil
  }
}
