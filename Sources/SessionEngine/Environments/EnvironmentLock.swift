/// What the lock file says of one environment on this machine.
public struct EnvironmentLock: Sendable, Hashable, Codable {
  /// How many packages it installs.
  public let packages: Int
  /// What an install would download now, without what is in the package cache; nil when no size
  /// is known.
  public let downloadBytes: UInt64?
  /// How many of the packages have no known size.
  public let packagesOfUnknownSize: Int
  /// Whether what is installed is what is locked; nil when nothing is installed.
  public let isMatched: Bool?

  public init(
    packages: Int, downloadBytes: UInt64?, packagesOfUnknownSize: Int, isMatched: Bool?
  ) {
    self.packages = packages
    self.downloadBytes = downloadBytes
    self.packagesOfUnknownSize = packagesOfUnknownSize
    self.isMatched = isMatched
  }
}
