/// What an install must download.
public struct PixiDownload: Sendable, Hashable {
  /// The sum over the packages whose size is known.
  public var bytes: UInt64 = 0
  /// How many are in the package cache.
  public var cachedPackages = 0
  /// How many have no known size, such as those from PyPI.
  public var unknownPackages = 0

  public init() {}
}
