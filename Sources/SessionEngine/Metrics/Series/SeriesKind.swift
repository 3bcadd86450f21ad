/// What the console's summary makes of a series.
enum SeriesKind: Sendable, Hashable {
  case loss
  /// The loss of training where a program tells several.
  case trainingLoss
  case accuracy
  /// The accuracy on pictures that the training has not seen.
  case heldOutAccuracy
  case imagesPerSecond
  case elapsed
  case peakMemory
  case other

  init(_ series: String) {
    self =
      switch series {
      case "loss": .loss
      case "train_loss", "train/loss", "training_loss": .trainingLoss
      case "accuracy": .accuracy
      case "val_accuracy", "val/accuracy", "val/acc", "validation_accuracy", "valid_accuracy",
        "test_accuracy", "test/accuracy", "test_acc", "test/acc", "eval_accuracy",
        "eval/accuracy":
        .heldOutAccuracy
      case "images_per_second": .imagesPerSecond
      case "elapsed": .elapsed
      case "peak_memory_bytes": .peakMemory
      default: .other
      }
  }
}
