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
  case gpuMeanMemoryBytes = "gpu_mean_memory_bytes"
  case gpuSeconds = "gpu_seconds"
  case gpuUtilizationPercent = "gpu_utilization_percent"
  case gpuPeakUtilizationPercent = "gpu_peak_utilization_percent"
  case gpuEnergyJoules = "gpu_energy_joules"
  case gpuJoulesPerThousandImages = "gpu_joules_per_thousand_images"

  var unit: String {
    switch self {
    case .imagesPerSecond: "images/s"
    case .trainingSeconds, .secondsPerEpoch, .secondsToAccuracy, .wallSeconds, .cpuSeconds,
      .gpuSeconds:
      "s"
    case .lossAfterEpochs, .finalLoss: ""
    case .accuracyAfterEpochs, .finalAccuracy, .bestAccuracy, .gpuUtilizationPercent,
      .gpuPeakUtilizationPercent:
      "%"
    case .peakMemoryBytes, .gpuPeakMemoryBytes, .gpuMeanMemoryBytes: "bytes"
    case .gpuEnergyJoules: "J"
    case .gpuJoulesPerThousandImages: "J/1000 images"
    }
  }

  var direction: Comparison.Direction {
    switch self {
    case .imagesPerSecond, .accuracyAfterEpochs, .finalAccuracy, .bestAccuracy: .higher
    case .gpuUtilizationPercent, .gpuPeakUtilizationPercent: .neither
    default: .lower
    }
  }

  /// Whether it says something only when every run went through the same number of epochs.
  var needsSameEpochs: Bool {
    switch self {
    case .trainingSeconds, .finalLoss, .finalAccuracy, .bestAccuracy, .wallSeconds, .cpuSeconds,
      .gpuSeconds, .gpuEnergyJoules:
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

  /// Whether it is of the GPU as a whole while others used that, and not of the run alone.
  func isShared(_ use: GPUUse) -> Bool {
    switch self {
    case .gpuEnergyJoules: use.wasShared
    case .gpuUtilizationPercent, .gpuPeakUtilizationPercent, .gpuMeanMemoryBytes:
      use.wasShared && use.isOfDevice
    default: false
    }
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
    case .gpuMeanMemoryBytes: "GPU memory, mean"
    case .gpuSeconds: "Time on GPU"
    case .gpuUtilizationPercent: "GPU utilisation, mean"
    case .gpuPeakUtilizationPercent: "GPU utilisation, peak"
    case .gpuJoulesPerThousandImages: "GPU energy per 1000 images"
    case .gpuEnergyJoules: "GPU energy"
    }
  }
}
