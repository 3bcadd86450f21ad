/// The character sets that a program has chosen (ECMA-35), which DECSC saves with the cursor.
struct CharacterSets {
  /// The final bytes of what G0 to G3 are; `B` is ASCII.
  private var designated = [UInt8](repeating: UInt8(ascii: "B"), count: 4)
  /// Which of the four text is written in.
  private var inUse = 0

  /// Follows an escape sequence, given without its ESC.
  mutating func noteEscape(_ bytes: [UInt8]) {
    switch bytes.first {
    case UInt8(ascii: "n") where bytes.count == 1: inUse = 2
    case UInt8(ascii: "o") where bytes.count == 1: inUse = 3
    case .some(0x28...0x2B) where bytes.count == 2: designated[Int(bytes[0] - 0x28)] = bytes[1]
    default: break
    }
  }

  /// SO takes text from G1, SI from G0.
  mutating func noteShift(_ number: Int) {
    inUse = number
  }

  /// The sequences that choose these sets again, each without its ESC.
  var designations: [[UInt8]] {
    designated.enumerated().map { [0x28 + UInt8($0.offset), $0.element] }
  }

  /// What takes text from the set in use: an escape sequence, or a control character.
  var shift: Shift {
    switch inUse {
    case 0: .control(0x0F)
    case 1: .control(0x0E)
    case 2: .escape([UInt8(ascii: "n")])
    default: .escape([UInt8(ascii: "o")])
    }
  }

  enum Shift {
    case control(UInt8)
    case escape([UInt8])
  }
}
