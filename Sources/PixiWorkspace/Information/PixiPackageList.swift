/// The packages a lock file holds for one environment, and whether the lock still fits.
public struct PixiPackageList: Sendable, Hashable {
  public let packages: [PixiPackage]
  /// Whether the manifest was changed after the lock was written.
  public let isStale: Bool

  public init(packages: [PixiPackage], isStale: Bool) {
    self.packages = packages
    self.isStale = isStale
  }
}
