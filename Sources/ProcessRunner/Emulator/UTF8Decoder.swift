/// Reads characters beyond ASCII from bytes that may be cut anywhere (RFC 3629).
struct UTF8Decoder {
  private var value: UInt32 = 0
  private var missing = 0
  private var smallest: UInt32 = 0

  /// Whether the beginning of a character has been read.
  var isInside: Bool { missing > 0 }

  enum Step {
    /// The character is not complete yet.
    case needsMore
    case scalar(UInt32)
    /// What was begun is no character; the byte has to be looked at again.
    case brokenBefore
    /// The byte can begin nothing.
    case broken
  }

  @inline(__always)
  mutating func take(_ byte: UInt8) -> Step {
    if missing > 0 {
      guard byte & 0xC0 == 0x80 else {
        missing = 0
        return .brokenBefore
      }
      value = value << 6 | UInt32(byte & 0x3F)
      missing -= 1
      guard missing == 0 else { return .needsMore }
      let isScalar = value >= smallest && value <= 0x10FFFF && !(0xD800...0xDFFF).contains(value)
      return .scalar(isScalar ? value : 0xFFFD)
    }
    switch byte {
    case 0xC2...0xDF: begin(UInt32(byte & 0x1F), missing: 1, smallest: 0x80)
    case 0xE0...0xEF: begin(UInt32(byte & 0x0F), missing: 2, smallest: 0x800)
    case 0xF0...0xF4: begin(UInt32(byte & 0x07), missing: 3, smallest: 0x1_0000)
    default: return .broken
    }
    return .needsMore
  }

  private mutating func begin(_ bits: UInt32, missing count: Int, smallest least: UInt32) {
    (value, missing, smallest) = (bits, count, least)
  }

  /// Forgets what was begun; answers whether anything was.
  mutating func reset() -> Bool {
    defer { missing = 0 }
    return missing > 0
  }
}
