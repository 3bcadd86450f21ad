/// A stretch of text between where selecting began and the cursor; empty for a bare cursor.
public struct Selection: Sendable, Hashable {
  public var anchor: Position
  /// The cursor.
  public var head: Position

  public init(anchor: Position, head: Position) {
    self.anchor = anchor
    self.head = head
  }

  public init(cursor: Position) {
    self.init(anchor: cursor, head: cursor)
  }

  public var start: Position { min(anchor, head) }
  public var end: Position { max(anchor, head) }
  public var isEmpty: Bool { anchor == head }

  /// The lines the selection touches; a last line of which nothing is selected is not among them.
  public var lines: ClosedRange<Int> {
    let last = end.column == 0 && end.line > start.line ? end.line - 1 : end.line
    return start.line...last
  }
}
