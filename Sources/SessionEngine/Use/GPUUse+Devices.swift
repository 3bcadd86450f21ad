extension GPUUse {
  /// Of a run on one GPU that GPU's; of several the time of the longest, the sum of the energies
  /// where each is known, the mean over their times, and the peaks and memory of the fullest one.
  /// Nil when it was on none.
  public init?(_ devices: [GPUDeviceUse]) {
    let uses = devices.map(\.use)
    guard uses.count != 1 else {
      self = uses[0]
      return
    }
    guard !uses.isEmpty else { return nil }
    let energies = uses.compactMap(\.energyJoules)
    let weighed = uses.compactMap { use in
      use.meanUtilizationPercent.map { ($0, max(use.seconds ?? 0, 1e-3)) }
    }
    let weight = weighed.reduce(0) { $0 + $1.1 }
    self.init(
      seconds: uses.compactMap(\.seconds).max(),
      meanUtilizationPercent: weighed.isEmpty
        ? nil : weighed.reduce(0) { $0 + $1.0 * $1.1 } / weight,
      peakUtilizationPercent: uses.compactMap(\.peakUtilizationPercent).max(),
      energyJoules: energies.count == uses.count ? energies.reduce(0, +) : nil,
      meanMemoryBytes: uses.compactMap(\.meanMemoryBytes).max(),
      peakMemoryBytes: uses.compactMap(\.peakMemoryBytes).max(),
      wasShared: uses.contains(where: \.wasShared), isOfDevice: uses.contains(where: \.isOfDevice))
  }

  /// The series in which a run counts the images or samples it has been through.
  static let counts = [
    "images", "images_seen", "images_processed", "samples", "samples_seen", "samples_processed",
    "examples", "examples_seen",
  ]

  /// Nil where the energy is not known to be the run's alone, or it does not count its images.
  /// - Parameter images: How many it has been through in all.
  public func joulesPerThousandImages(_ images: Double?) -> Double? {
    guard !wasShared, let energyJoules, let images, images > 0, images.isFinite else { return nil }
    return energyJoules / images * 1000
  }

  /// How many images a run has counted; nil when it counts none.
  public static func images(_ series: [SeriesSummary]) -> Double? {
    counts.lazy.compactMap { name in series.first { $0.name == name }?.maximum }.first
  }
}
