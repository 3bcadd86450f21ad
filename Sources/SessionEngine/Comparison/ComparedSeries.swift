/// The names of series that a comparison knows the meaning of.
enum ComparedSeries {
  static let loss = "loss"
  static let accuracy = "accuracy"
  static let imagesPerSecond = "images_per_second"
  static let elapsed = "elapsed"
  static let peakMemoryBytes = "peak_memory_bytes"

  /// The spellings of the training's loss, the best known first.
  static let losses = [loss, "train/loss", "train_loss", "val/loss", "val_loss"]
  /// The spellings of the share told right, the best known first.
  static let accuracies = [
    accuracy, "test/accuracy", "test_accuracy", "val/accuracy", "val_accuracy", "acc",
    "train/accuracy", "train_accuracy",
  ]
  static let speeds = [imagesPerSecond, "samples_per_second", "examples_per_second"]

  /// What is counted along and makes no curve to look at.
  static let bookkeeping: Set<String> = [
    elapsed, peakMemoryBytes, "epoch", "epochs", "step", "steps", "steps_per_epoch", "threads",
    "lr", "learning_rate", "seed", "time", "wall_time",
  ]

  /// The order curves are shown in: speed of learning first, then what was learnt.
  static func order(_ names: some Sequence<String>) -> [String] {
    let known = [losses, accuracies, speeds].joined()
    let ranks = Dictionary(
      known.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return names.filter { !bookkeeping.contains($0) }
      .sorted { (ranks[$0] ?? .max, $0) < (ranks[$1] ?? .max, $1) }
  }
}
