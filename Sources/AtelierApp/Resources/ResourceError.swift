/// A folder of the program that was not found, and where it was looked for.
public struct ResourceError: Error, Sendable, Hashable, CustomStringConvertible {
  public let kind: ResourceKind
  /// In the order in which they were looked at.
  public let looked: [String]

  public var description: String {
    "The folder \(kind.rawValue) was not found. Looked at: \(looked.joined(separator: ", ")). "
      + "Name it with \(kind.option) DIR or \(kind.variable), or install with: make install"
  }
}
