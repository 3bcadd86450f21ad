/// What a run used of GPUs, as people read it.
public struct GPUUseWords: Sendable {
  private let images: Double?
  private let isOnOne: Bool

  /// - Parameters:
  ///   - images: How many the run has been through; nil when it does not count them.
  ///   - devices: Every GPU of the run.
  public init(_ images: Double?, of devices: [GPUDeviceUse]) {
    self.images = images
    isOnOne = devices.count == 1
  }

  /// Such as `NVIDIA H100: 12.0 s, utilisation mean 84.0 % peak 98.0 %, memory mean 3.10 GiB peak
  /// 3.40 GiB, 3 600 J`; a figure that is not known is `n/a`.
  public func text(_ device: GPUDeviceUse) -> String {
    "\(device.name ?? device.device.text): \(text(device.use))"
  }

  /// The same without the GPU's name.
  public func text(_ use: GPUUse) -> String {
    let whole = use.isOfDevice ? " of the whole GPU" : ""
    var parts = [
      words(use.seconds, "s"),
      "utilisation\(whole) mean \(words(use.meanUtilizationPercent, "%")) "
        + "peak \(words(use.peakUtilizationPercent, "%"))",
      "memory\(whole) mean \(words(use.meanMemoryBytes.map { Double($0) }, "bytes")) "
        + "peak \(words(use.peakMemoryBytes.map { Double($0) }, "bytes"))",
      "energy \(words(use.energyJoules, "J"))"
        + (use.wasShared && use.energyJoules != nil ? " shared with others" : ""),
    ]
    if isOnOne, let joules = use.joulesPerThousandImages(images) {
      parts.append("\(FigureWords.value(joules, unit: "J")) per 1000 images")
    }
    return parts.joined(separator: ", ")
  }

  private func words(_ value: Double?, _ unit: String) -> String {
    value.map { FigureWords.value($0, unit: unit) } ?? "n/a"
  }
}
