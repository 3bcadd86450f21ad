import SessionEngine

/// A run's figures as `atelier run --json` prints them; what the run did not say is null.
struct RunResultMetrics: Encodable {
  let finalLoss: Double?
  /// Share of the test images told right, 0 to 1.
  let finalAccuracy: Double?
  /// The median over the epochs.
  let imagesPerSecond: Double?
  /// Epochs that were finished.
  let epochs: Int

  private enum CodingKeys: String, CodingKey {
    case finalLoss = "final_loss"
    case finalAccuracy = "final_accuracy"
    case imagesPerSecond = "images_per_second"
    case epochs
  }

  init(_ metrics: RunMetrics) {
    finalLoss = metrics.loss
    finalAccuracy = metrics.accuracy
    imagesPerSecond = metrics.medianImagesPerSecond
    epochs = metrics.epochs.last?.epoch ?? 0
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(finalLoss, forKey: .finalLoss)
    try container.encode(finalAccuracy, forKey: .finalAccuracy)
    try container.encode(imagesPerSecond, forKey: .imagesPerSecond)
    try container.encode(epochs, forKey: .epochs)
  }
}
