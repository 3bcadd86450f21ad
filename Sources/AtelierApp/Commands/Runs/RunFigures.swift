import SessionEngine

/// The last figures of a run that a list of runs shows; nil where the run gave none.
struct RunFigures: Sendable {
  let loss: Double?
  /// A share, 0 to 1.
  let accuracy: Double?
  let imagesPerSecond: Double?

  init(_ series: [SeriesSummary]) {
    func last(_ names: String...) -> Double? {
      names.lazy.compactMap { name in series.first { $0.name == name }?.last }.first
    }
    loss = last("loss", "train/loss", "train_loss")
    accuracy = last("accuracy", "val/accuracy", "val_accuracy", "test/accuracy", "test_accuracy")
    imagesPerSecond = last("images_per_second")
  }
}
