import TerminalCore

/// How a character is shown in a cell grid; nothing is ever written to the terminal raw.
struct CharacterPicture {
  let text: String
  let columns: Int
  /// The text stands for a character that cannot be shown itself.
  let isStandIn: Bool

  /// Control characters show as `^A`, others without a width of their own by number: `<200b>`.
  init(_ character: Character) {
    let width = TextWidth.columns(of: character)
    if width > 0, !character.unicodeScalars.contains(where: Self.isHidden) {
      text = String(character)
      columns = width
      isStandIn = false
      return
    }
    isStandIn = true
    if let byte = character.asciiValue, character.utf8.count == 1 {
      text = "^" + String(UnicodeScalar(byte ^ 0x40))
    } else {
      text = character.unicodeScalars.map { "<" + String($0.value, radix: 16) + ">" }.joined()
    }
    columns = text.utf8.count
  }

  static func columns(of character: Character) -> Int {
    if let byte = character.asciiValue, byte >= 0x20, byte < 0x7F { return 1 }
    return CharacterPicture(character).columns
  }

  private static func isHidden(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
