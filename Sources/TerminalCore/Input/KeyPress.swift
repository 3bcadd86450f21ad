/// A key with the modifiers held while it was pressed.
///
/// A shifted letter is the capital letter without `.shift`; Shift-Tab is `.tab` with `.shift`;
/// Ctrl-A is `.character("a")` with `.control`.
public struct KeyPress: Sendable, Hashable {
  public var key: Key
  public var modifiers: KeyModifiers

  public init(_ key: Key, _ modifiers: KeyModifiers = []) {
    self.key = key
    self.modifiers = modifiers
  }

  public static func character(_ character: Character) -> KeyPress {
    KeyPress(.character(character))
  }

  public static func control(_ character: Character) -> KeyPress {
    KeyPress(.character(character), .control)
  }

  public static func alt(_ character: Character) -> KeyPress {
    KeyPress(.character(character), .alt)
  }
}
