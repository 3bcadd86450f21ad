/// A file of a participant's folder that a goal asks for.
public struct CheckedFile: Sendable, Hashable {
  /// Below the exercise's folder.
  public let path: String
  public let bytes: Int
  /// Whether it differs from the starter's file; true where the starter has none of that name.
  public let isChanged: Bool

  public init(path: String, bytes: Int, isChanged: Bool = true) {
    self.path = path
    self.bytes = bytes
    self.isChanged = isChanged
  }
}
