/// A place between two characters of a document, counted from zero.
public struct Position: Sendable, Hashable, Comparable {
  public var line: Int
  /// Grapheme clusters from the line's beginning.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static let zero = Position(line: 0, column: 0)

  public static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
