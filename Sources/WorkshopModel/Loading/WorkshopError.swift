/// Why a workshop's folder cannot be used: where, what, and what its author does about it.
public struct WorkshopError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The path of the file or folder that is wrong.
  public let file: String
  /// From 1; nil where the fault has no line, such as a file that is missing.
  public let line: Int?
  /// From 1, counted in characters; nil where the fault has no column.
  public let column: Int?
  /// The key that is wrong, such as `segment[2].minutes`, counted from 1; nil for the whole file.
  public let key: String?
  /// One sentence: what is wrong.
  public let what: String
  /// One sentence: what to do now.
  public let remedy: String

  public init(
    file: String, line: Int? = nil, column: Int? = nil, key: String? = nil, what: String,
    remedy: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.key = key
    self.what = what
    self.remedy = remedy
  }

  /// The file with line and column, as editors and compilers write a place: `workshop.toml:12:3`.
  public var place: String {
    [file, line.map(String.init), line == nil ? nil : column.map(String.init)]
      .compactMap(\.self).joined(separator: ":")
  }

  public var description: String { "\(place): \(what) \(remedy)" }
}
