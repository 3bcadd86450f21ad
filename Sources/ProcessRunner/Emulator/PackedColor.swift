import TerminalCore

/// A colour in 32 bits: a kind in the highest byte, its value in the others.
struct PackedColor: Equatable {
  let rawValue: UInt32

  static let terminalDefault = PackedColor(rawValue: 0)
  private static let paletteKind: UInt32 = 1 << 24
  private static let rgbKind: UInt32 = 2 << 24

  init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// One of xterm's 256 colours.
  init(palette index: UInt8) {
    rawValue = Self.paletteKind | UInt32(index)
  }

  init(red: UInt8, green: UInt8, blue: UInt8) {
    rawValue = Self.rgbKind | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
  }

  var color: Color {
    switch rawValue >> 24 {
    case 1: .palette(UInt8(truncatingIfNeeded: rawValue))
    case 2:
      .rgb(
        red: UInt8(truncatingIfNeeded: rawValue >> 16),
        green: UInt8(truncatingIfNeeded: rawValue >> 8),
        blue: UInt8(truncatingIfNeeded: rawValue))
    default: .terminalDefault
    }
  }
}
