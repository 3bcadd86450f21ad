/// What a mouse did over a cell.
public struct MouseEvent: Sendable, Hashable {
  public enum Action: Sendable, Hashable {
    case press
    case release
    case drag
    case scrollUp
    case scrollDown
  }

  public var action: Action
  public var point: Point
  public var modifiers: KeyModifiers

  public init(_ action: Action, at point: Point, modifiers: KeyModifiers = []) {
    self.action = action
    self.point = point
    self.modifiers = modifiers
  }
}
