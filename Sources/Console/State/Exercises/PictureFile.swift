/// A picture in an exercise's folder.
public struct PictureFile: Sendable, Hashable {
  /// Below the exercise's folder.
  public let path: String
  /// Changes when the file does.
  public let stamp: String

  public init(path: String, stamp: String) {
    self.path = path
    self.stamp = stamp
  }
}
