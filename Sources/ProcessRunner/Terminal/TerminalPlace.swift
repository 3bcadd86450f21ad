/// A place in everything a program has printed.
public struct TerminalPlace: Sendable, Hashable, Comparable {
  /// Counted from 0, the first line the program ever printed; stays the same while output goes on.
  public var line: Int
  /// A column of the screen, from 0.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: TerminalPlace, right: TerminalPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
