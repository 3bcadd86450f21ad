/// The names that series get: a program's own, but for a few that mean the same.
///
/// | printed | series |
/// |---|---|
/// | `acc` | `accuracy` |
/// | `val_acc` | `val_accuracy` |
/// | `lr` | `learning_rate` |
/// | `it/s` | `iterations_per_second` |
/// | `images/s`, `img/s` | `images_per_second` |
///
/// Nested objects of JSON are joined by `/`: `{"val": {"acc": 0.9}}` gives `val/acc`.
enum SeriesName {
  /// Longer names are no series.
  static let longest = 200
  /// A run has so many series at most; figures of further names are passed over.
  static let most = 1024

  static func unified(_ printed: String) -> String {
    switch printed {
    case "acc": "accuracy"
    case "val_acc": "val_accuracy"
    case "lr": "learning_rate"
    case "it/s": "iterations_per_second"
    case "images/s", "img/s": "images_per_second"
    default: printed
    }
  }
}
