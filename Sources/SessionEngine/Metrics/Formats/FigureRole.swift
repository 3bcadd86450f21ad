/// What a key of a line says.
enum FigureRole: Sendable, Hashable {
  case epoch
  case step
  case plannedEpochs
  case stepsPerEpoch
  case event
  case framework
  case frameworkVersion
  case device
  case deviceName
  case cuda
  case series

  /// Every key that is no series.
  static let keys = [
    "epoch", "step", "global_step", "_step", "iteration", "iter", "epochs", "steps_per_epoch",
    "event", "framework", "version", "device", "device_name", "cuda",
  ]

  init(_ key: String) {
    self =
      switch key {
      case "epoch": .epoch
      case "step", "global_step", "_step", "iteration", "iter": .step
      case "epochs": .plannedEpochs
      case "steps_per_epoch": .stepsPerEpoch
      case "event": .event
      case "framework": .framework
      case "version": .frameworkVersion
      case "device": .device
      case "device_name": .deviceName
      case "cuda": .cuda
      default: .series
      }
  }
}
