/// One GPU's figures at one moment; a value that is not known is nil, never zero.
public struct GPUDevice: Sendable, Hashable {
  /// The driver's index, in PCI bus order.
  public var index: Int
  public var name: String?
  public var uuid: String?
  public var pciBusID: String?
  /// Which instructions it understands, such as 9.0 of Hopper.
  public var computeCapability: CUDAComputeCapability?
  /// Share of the last sample period in which a kernel ran, 0 to 100.
  public var utilizationPercent: Int?
  public var memoryUsedBytes: UInt64?
  public var memoryTotalBytes: UInt64?
  /// Memory the driver keeps for itself, not counted as used.
  public var memoryReservedBytes: UInt64?
  public var temperatureCelsius: Int?
  public var powerWatts: Double?
  public var powerLimitWatts: Double?
  public var smClockMegahertz: Int?
  /// Percent of the intended speed; may exceed 100.
  public var fanPercent: Int?
  /// Why this device's figures are missing, in a person's words; nil when it answers.
  public var fault: String?

  public init(index: Int) {
    self.index = index
  }
}
