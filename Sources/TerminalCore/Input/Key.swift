/// A key without its modifiers.
public enum Key: Sendable, Hashable {
  case character(Character)
  case enter
  case tab
  case backspace
  case delete
  case escape
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  case insert
  /// F1 to F12.
  case function(Int)
}
