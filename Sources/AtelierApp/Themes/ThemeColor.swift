import TerminalCore

/// How colours and attributes are spelled in a theme's file.
enum ThemeColor {
  static let attributes: [String: Attributes] = [
    "bold": .bold, "faint": .faint, "italic": .italic, "underline": .underline,
    "blink": .blink, "reverse": .reverse, "strikethrough": .strikethrough,
  ]

  /// The colour of "#rrggbb", or nil for any other text.
  static func hexadecimal(_ text: String) -> Color? {
    guard text.count == 7, text.first == "#", text.dropFirst().allSatisfy(\.isHexDigit),
      let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    return .rgb(
      red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }
}
