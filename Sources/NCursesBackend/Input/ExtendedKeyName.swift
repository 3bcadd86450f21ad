import TerminalCore

/// The names terminfo's extended capabilities give to keys with modifiers, such as `kLFT5`.
///
/// Source: user_caps(5), "kDC" and its kin; the number is the same as in xterm's sequences.
enum ExtendedKeyName {
  private static let keys: [String: Key] = [
    "kUP": .up, "kDN": .down, "kLFT": .left, "kRIT": .right, "kHOM": .home, "kEND": .end,
    "kPRV": .pageUp, "kNXT": .pageDown, "kDC": .delete, "kIC": .insert,
  ]

  static func key(named name: String) -> KeyPress? {
    guard let last = name.last, let number = last.wholeNumberValue, (2...8).contains(number) else {
      return keys[name].map { KeyPress($0, .shift) }
    }
    let modifiers = KeyModifiers(rawValue: UInt8(number - 1))
    return keys[String(name.dropLast())].map { KeyPress($0, modifiers) }
  }
}
