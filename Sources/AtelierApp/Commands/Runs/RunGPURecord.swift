import SessionEngine

/// What a run used of one GPU as `--json` prints it; what is not known is null.
struct RunGPURecord: Encodable {
  let device: String
  let name: Nullable<String>
  let seconds: Nullable<Double>
  /// 0 to 100.
  let meanUtilization: Nullable<Double>
  let peakUtilization: Nullable<Double>
  let meanMemoryBytes: Nullable<UInt64>
  let peakMemoryBytes: Nullable<UInt64>
  /// Of the whole board.
  let energyJoules: Nullable<Double>
  let joulesPerThousandImages: Nullable<Double>
  /// Others computed on it meanwhile: the energy is of all of them.
  let shared: Bool
  /// Utilisation and memory are the GPU's, as its driver tells of no process.
  let wholeDevice: Bool

  private enum CodingKeys: String, CodingKey {
    case device, name, seconds, shared
    case meanUtilization = "mean_utilization_percent"
    case peakUtilization = "peak_utilization_percent"
    case meanMemoryBytes = "mean_memory_bytes"
    case peakMemoryBytes = "peak_memory_bytes"
    case energyJoules = "energy_joules"
    case joulesPerThousandImages = "joules_per_thousand_images"
    case wholeDevice = "whole_device"
  }

  /// - Parameters:
  ///   - images: How many the run has been through; nil when it does not count them.
  ///   - all: Of the run: images are of all its GPUs together.
  init(_ device: GPUDeviceUse, images: Double?, of all: [GPUDeviceUse]) {
    let use = device.use
    self.device = device.device.text
    name = Nullable(device.name)
    seconds = Nullable(use.seconds)
    meanUtilization = Nullable(use.meanUtilizationPercent)
    peakUtilization = Nullable(use.peakUtilizationPercent)
    meanMemoryBytes = Nullable(use.meanMemoryBytes)
    peakMemoryBytes = Nullable(use.peakMemoryBytes)
    energyJoules = Nullable(use.energyJoules)
    joulesPerThousandImages = Nullable(
      all.count == 1 ? use.joulesPerThousandImages(images) : nil)
    shared = use.wasShared
    wholeDevice = use.isOfDevice
  }
}
