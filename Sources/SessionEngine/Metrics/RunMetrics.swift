/// The figures a run has given so far; what it has not said is nil.
///
/// It is a summary for a screen: every figure at full resolution is a `MetricPoint`.
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

  public internal(set) var framework: String?
  public internal(set) var frameworkVersion: String?
  public internal(set) var device: String?
  public internal(set) var deviceName: String?
  public internal(set) var cuda: String?
  /// The epoch the last line belonged to, counted from 1 whether the program counts from 0 or 1.
  public internal(set) var epoch: Int?
  public internal(set) var step: Int?
  /// The series `loss`; where there is none, `train_loss`.
  public internal(set) var loss: Double?
  /// The accuracy on data that the training has not seen (`val_accuracy`, `test_accuracy`, …) as
  /// soon as the run gives one; the series `accuracy` until then.
  public internal(set) var accuracy: Double?
  public internal(set) var imagesPerSecond: Double?
  public internal(set) var elapsedSeconds: Double?
  public internal(set) var peakMemoryBytes: UInt64?
  /// Finished epochs in order.
  public internal(set) var epochs: [EpochPoint] = []
  public internal(set) var losses: [LossPoint] = []

  var series: [SeriesReading] = []
  var context = ReadingContext()
  var bar: BarState?
  var epochsDone: Double?
  var hasPlainLoss = false
  var hasHeldOutAccuracy = false

  public init() {}

  /// How many epochs the run has announced.
  public var plannedEpochs: Int? { context.plannedEpochs }

  /// The series seen, in the order in which they came.
  public var seriesNames: [String] { series.lazy.filter { $0.count > 0 }.map(\.name) }

  /// The last figure of a series; nil when the run has given none.
  public func last(_ name: String) -> Double? {
    series.first { $0.name == name && $0.count > 0 }?.last
  }
}
