/// What a run said at the end of one epoch.
public struct EpochPoint: Sendable, Hashable {
  /// Counted from 1.
  public var epoch: Int
  public var loss: Double?
  /// Share of the test images told right, 0 to 1.
  public var accuracy: Double?
  public var imagesPerSecond: Double?
  /// Seconds since the training began, as the run measured them.
  public var elapsedSeconds: Double?

  public init(
    epoch: Int, loss: Double? = nil, accuracy: Double? = nil, imagesPerSecond: Double? = nil,
    elapsedSeconds: Double? = nil
  ) {
    self.epoch = epoch
    self.loss = loss
    self.accuracy = accuracy
    self.imagesPerSecond = imagesPerSecond
    self.elapsedSeconds = elapsedSeconds
  }
}
