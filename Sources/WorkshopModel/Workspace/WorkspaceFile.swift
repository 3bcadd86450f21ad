/// A file in an exercise's folder, as an editor's list shows it.
public struct WorkspaceFile: Sendable, Hashable, Identifiable {
  public enum Content: Sendable, Hashable {
    case text
    /// Not UTF-8, or with zero bytes in it.
    case binary
    /// Larger than an editor opens.
    case large(bytes: Int)
    /// Its owner does not let us read it.
    case unreadable
  }

  /// Below the exercise's folder, such as `data/points.csv`.
  public let path: String
  public let content: Content

  public var id: String { path }
  public var isEditable: Bool { content == .text }

  public init(path: String, content: Content) {
    self.path = path
    self.content = content
  }
}
