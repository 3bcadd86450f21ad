/// A figure that every run can have.
enum RunFigure: String, CaseIterable, Sendable {
  case imagesPerSecond = "images_per_second"
  case trainingSeconds = "training_seconds"
  case secondsPerEpoch = "seconds_per_epoch"
  case secondsToAccuracy = "seconds_to_accuracy"
  case lossAfterEpochs = "loss_after_epochs"
  case finalLoss = "final_loss"
  case accuracyAfterEpochs = "accuracy_after_epochs"
  case finalAccuracy = "final_accuracy"
  case bestAccuracy = "best_accuracy"
  case wallSeconds = "wall_seconds"
  case cpuSeconds = "cpu_seconds"
  case peakMemoryBytes = "peak_memory_bytes"
  case gpuPeakMemoryBytes = "gpu_peak_memory_bytes"
  case gpuUtilizationPercent = "gpu_utilization_percent"
  case gpuEnergyJoules = "gpu_energy_joules"

  var unit: String {
    switch self {
    case .imagesPerSecond: "images/s"
    case .trainingSeconds, .secondsPerEpoch, .secondsToAccuracy, .wallSeconds, .cpuSeconds: "s"
    case .lossAfterEpochs, .finalLoss: ""
    case .accuracyAfterEpochs, .finalAccuracy, .bestAccuracy, .gpuUtilizationPercent: "%"
    case .peakMemoryBytes, .gpuPeakMemoryBytes: "bytes"
    case .gpuEnergyJoules: "J"
    }
  }

  var direction: Comparison.Direction {
    switch self {
    case .imagesPerSecond, .accuracyAfterEpochs, .finalAccuracy, .bestAccuracy: .higher
    case .gpuUtilizationPercent: .neither
    default: .lower
    }
  }

  /// Whether it says something only when every run went through the same number of epochs.
  var needsSameEpochs: Bool {
    switch self {
    case .trainingSeconds, .finalLoss, .finalAccuracy, .bestAccuracy, .wallSeconds, .cpuSeconds,
      .gpuEnergyJoules:
      true
    default: false
    }
  }

  /// Whether it is learnt, and so a matter of the seed: with a fixed one every repeat gives the
  /// same, which says nothing of chance.
  var dependsOnSeed: Bool {
    switch self {
    case .lossAfterEpochs, .finalLoss, .accuracyAfterEpochs, .finalAccuracy, .bestAccuracy: true
    default: false
    }
  }

  /// Whether it is of the GPU as a whole, and not of the run alone.
  var isOfTheDevice: Bool {
    self == .gpuUtilizationPercent || self == .gpuEnergyJoules
  }

  func title(in frame: ComparisonFrame) -> String {
    let epochs = frame.sharedEpochs.map { $0 == 1 ? "1 epoch" : "\($0) epochs" } ?? "the end"
    return switch self {
    case .imagesPerSecond: "Images per second"
    case .trainingSeconds: "Time to train"
    case .secondsPerEpoch: "Time per epoch"
    case .secondsToAccuracy:
      frame.accuracyTarget.map { "Time to \(FigureWords.percent($0)) accuracy" }
        ?? "Time to a shared accuracy"
    case .lossAfterEpochs: "Loss after \(epochs)"
    case .finalLoss: "Final loss"
    case .accuracyAfterEpochs: "Accuracy after \(epochs)"
    case .finalAccuracy: "Final accuracy"
    case .bestAccuracy: "Best accuracy"
    case .wallSeconds: "Wall clock, start to end"
    case .cpuSeconds: "Processor time"
    case .peakMemoryBytes: "Peak memory"
    case .gpuPeakMemoryBytes: "Peak GPU memory"
    case .gpuUtilizationPercent: "GPU utilisation, mean"
    case .gpuEnergyJoules: "GPU energy"
    }
  }
}
