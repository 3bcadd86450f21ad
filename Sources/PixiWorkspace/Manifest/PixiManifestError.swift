/// A pixi.toml that could not be read: which file, where, and what stands there.
public struct PixiManifestError: Error, Sendable, Hashable, CustomStringConvertible {
  public let file: String
  /// From 1; nil when the place is not known.
  public let line: Int?
  /// From 1; nil when only the line is known.
  public let column: Int?
  public let reason: String

  public init(file: String, line: Int?, column: Int? = nil, reason: String) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
  }

  public var description: String {
    let column = line == nil ? nil : column
    return "\(file)\(line.map { ":\($0)" } ?? "")\(column.map { ":\($0)" } ?? ""): \(reason)"
  }
}
