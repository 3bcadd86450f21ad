import SessionEngine

/// The figures of a run that a list of runs shows, the last of each; nil where the run gave none.
struct RunFigures: Sendable {
  let loss: Double?
  /// A share, 0 to 1.
  let accuracy: Double?
  /// The median over the epochs.
  let imagesPerSecond: Double?

  init(_ series: [SeriesSummary], imagesPerSecond: Double?) {
    func last(_ names: String...) -> Double? {
      names.lazy.compactMap { name in series.first { $0.name == name }?.last }.first
    }
    loss = last("loss", "train/loss", "train_loss")
    accuracy = last("accuracy", "val/accuracy", "val_accuracy", "test/accuracy", "test_accuracy")
    self.imagesPerSecond = imagesPerSecond
  }

  /// Blocks as the history does.
  init(of run: RunID, _ series: [SeriesSummary], in history: any RunHistory) throws {
    self.init(series, imagesPerSecond: try MedianSpeed.of(run, summaries: series, in: history))
  }
}
