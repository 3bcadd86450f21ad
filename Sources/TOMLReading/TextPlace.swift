/// A place in a text file.
public struct TextPlace: Sendable, Hashable, Comparable {
  /// From 1.
  public let line: Int
  /// From 1, counted in characters.
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: TextPlace, right: TextPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
