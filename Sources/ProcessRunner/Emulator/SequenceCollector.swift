/// Collects one escape sequence, which may come in pieces: where it ends, what it says.
///
/// What a sequence may be is ECMA-48's (5.3 to 5.6); bytes beyond a bound are left out, so that a
/// sequence without an end takes no memory.
struct SequenceCollector {
  static let longestSequence = 128
  static let longestString = 4096

  private enum Place {
    case outside
    case escape
    case intermediate
    case controlSequence
    case string
    case stringEscape
  }

  enum Step {
    case more
    /// A control character, to be obeyed at once though the sequence goes on.
    case control(UInt8)
    /// The sequence is complete; `bytes` has it.
    case escape
    case controlSequence
    case string
    /// It was taken back, or it is none.
    case nothing
  }

  private var place = Place.outside
  private var isTooLong = false
  private var digits = 0
  /// The sequence without its ESC; of a string without its end.
  private(set) var bytes: [UInt8] = []

  var isOutside: Bool { place == .outside }

  /// An ESC has come.
  mutating func begin() {
    place = .escape
    isTooLong = false
    digits = 0
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func take(_ byte: UInt8) -> Step {
    switch byte {
    case 0x18, 0x1A:
      place = .outside
      return .nothing
    case 0x1B:
      if place == .string {
        place = .stringEscape
      } else {
        begin()
      }
      return .more
    case 0x00, 0x7F: return .more
    case 0x07 where place == .string: return end(.string)
    case ..<0x20: return place == .string || place == .stringEscape ? .more : .control(byte)
    default: return takeVisible(byte)
    }
  }

  private mutating func takeVisible(_ byte: UInt8) -> Step {
    switch place {
    case .outside: return .nothing
    case .escape, .intermediate: return takeEscape(byte)
    case .controlSequence: return takeControlSequence(byte)
    case .string:
      append(byte, limit: Self.longestString)
      return .more
    case .stringEscape:
      if byte == UInt8(ascii: "\\") { return end(.string) }
      begin()
      return takeEscape(byte)
    }
  }

  private mutating func takeEscape(_ byte: UInt8) -> Step {
    append(byte, limit: Self.longestSequence)
    switch byte {
    case 0x20...0x2F:
      place = .intermediate
      return .more
    case UInt8(ascii: "[") where place == .escape:
      place = .controlSequence
      return .more
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      guard place == .escape else { return end(.escape) }
      place = .string
      return .more
    case 0x30...0x7E: return end(.escape)
    default: return end(.nothing)
    }
  }

  private mutating func takeControlSequence(_ byte: UInt8) -> Step {
    // Numbers that no terminal has a use for would overflow in libvterm; zeros before one do not.
    let isLeadingZero = byte == 0x30 && digits == 0
    digits = (0x30...0x39).contains(byte) && !isLeadingZero ? digits + 1 : 0
    if digits <= 8 { append(byte, limit: Self.longestSequence) }
    switch byte {
    case 0x40...0x7E: return end(.controlSequence)
    case 0x20...0x3F: return .more
    default: return end(.nothing)
    }
  }

  private mutating func append(_ byte: UInt8, limit: Int) {
    if bytes.count < limit { bytes.append(byte) } else { isTooLong = true }
  }

  private mutating func end(_ step: Step) -> Step {
    place = .outside
    return isTooLong ? .nothing : step
  }
}
