/// Where the cursor goes.
public enum Motion: Sendable, Hashable {
  case left
  case right
  case up
  case down
  case wordLeft
  case wordRight
  /// The first character that is not blank, or the line's beginning when the cursor is there.
  case lineStart
  case lineEnd
  case pageUp(rows: Int)
  case pageDown(rows: Int)
  case documentStart
  case documentEnd
  /// A place, moved inside the document where it is not.
  case to(Position)
}
