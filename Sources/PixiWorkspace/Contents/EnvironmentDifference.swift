/// What two environments differ in and share.
public struct EnvironmentDifference: Sendable, Hashable {
  /// A package both have, in different versions or builds.
  public struct Change: Sendable, Hashable {
    public let left: PixiLock.Package
    public let right: PixiLock.Package

    public init(left: PixiLock.Package, right: PixiLock.Package) {
      self.left = left
      self.right = right
    }
  }

  public let left: EnvironmentContents
  public let right: EnvironmentContents
  /// Sorted by name, as the others.
  public let onlyLeft: [PixiLock.Package]
  public let onlyRight: [PixiLock.Package]
  public let changed: [Change]
  /// The same version and build: downloaded once and linked twice.
  public let shared: [PixiLock.Package]

  public init(
    left: EnvironmentContents, right: EnvironmentContents, onlyLeft: [PixiLock.Package],
    onlyRight: [PixiLock.Package], changed: [Change], shared: [PixiLock.Package]
  ) {
    self.left = left
    self.right = right
    self.onlyLeft = onlyLeft
    self.onlyRight = onlyRight
    self.changed = changed
    self.shared = shared
  }
}
