import TerminalCore

/// What the bytes below 128 stand for when a terminal in raw mode sends them.
enum ControlKeys {
  static func key(of byte: UInt8) -> KeyPress {
    switch byte {
    case 0x00: .control(" ")
    case 0x09: KeyPress(.tab)
    case 0x0A, 0x0D: KeyPress(.enter)
    case 0x1B: KeyPress(.escape)
    case 0x7F: KeyPress(.backspace)
    case 0x01...0x1A: .control(Character(UnicodeScalar(byte + 0x60)))
    case 0x1C...0x1F: .control(Character(UnicodeScalar(byte + 0x40)))
    default: .character(Character(UnicodeScalar(byte)))
    }
  }
}
