/// One place on the screen: a character with its style, or the right half of a wide one.
public struct Cell: Sendable, Hashable {
  /// A grapheme cluster; a space where nothing is shown.
  public var character: Character
  /// Columns the character takes: 1 or 2, and 0 for the cell behind a wide character.
  public var width: Int8
  public var style: Style

  public init(_ character: Character = " ", width: Int8 = 1, style: Style = .plain) {
    self.character = character
    self.width = width
    self.style = style
  }

  public static let blank = Cell()

  /// The right half of a wide character.
  public static func continuation(style: Style) -> Cell {
    Cell(" ", width: 0, style: style)
  }
}
