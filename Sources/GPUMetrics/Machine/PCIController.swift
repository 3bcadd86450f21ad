/// A GPU as the PCI bus lists it.
public struct PCIController: Hashable, Sendable {
  /// The bus address as in sysfs, such as `0000:83:00.0`.
  public var address: String
  /// The kernel has switched it off to save power; reading it through the driver wakes it.
  public var isSuspended: Bool
  /// The kernel switches it off by itself when no program holds the driver, as in a laptop.
  public var canSuspend: Bool

  public init(address: String, isSuspended: Bool = false, canSuspend: Bool = false) {
    self.address = address
    self.isSuspended = isSuspended
    self.canSuspend = canSuspend
  }
}
