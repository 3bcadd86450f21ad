/// What a program has set that changes how its text is written.
///
/// libvterm keeps these modes; they are followed here only to know when text, which is written
/// without it, has to be given to it after all.
struct TextModes {
  private struct Changes: OptionSet {
    let rawValue: UInt8

    static let insertion = Changes(rawValue: 1 << 0)
    static let noWrapping = Changes(rawValue: 1 << 1)
    static let origin = Changes(rawValue: 1 << 2)
    static let sideMargins = Changes(rawValue: 1 << 3)
    static let otherCharacters = Changes(rawValue: 1 << 4)
    static let newLine = Changes(rawValue: 1 << 5)
    static let scrollRegion = Changes(rawValue: 1 << 6)
  }

  private var changes: Changes = []
  /// Bit by bit for G0 to G3: whether the set is another one than ASCII.
  private var otherSets: UInt8 = 0
  private var setInUse: UInt8 = 0
  private var takesOneFromOtherSet = false

  /// Whether text replaces what is under the cursor, from edge to edge, in the program's encoding.
  private(set) var isPlain = true
  /// Whether a line feed besides moves to the next line of the whole screen only.
  private(set) var hasPlainLines = true
  var hasSideMargins: Bool { changes.contains(.sideMargins) }
  var hasOrigin: Bool { changes.contains(.origin) }
  var inserts: Bool { changes.contains(.insertion) }
  var wraps: Bool { !changes.contains(.noWrapping) }

  /// A terminal that has been reset.
  init() {}

  /// Follows a control sequence of the forms `CSI … h`, `CSI … l` (SM and RM of ECMA-48, DECSET and
  /// DECRST) and `CSI … r` (DECSTBM).
  mutating func note(_ sequence: ControlSequence, rows: Int) {
    switch (sequence.leader, sequence.final) {
    case (UInt8(ascii: "?"), UInt8(ascii: "h")), (UInt8(ascii: "?"), UInt8(ascii: "l")):
      for mode in sequence.parameters { set(private: mode, sequence.final == UInt8(ascii: "h")) }
    case (nil, UInt8(ascii: "h")), (nil, UInt8(ascii: "l")):
      for mode in sequence.parameters { set(mode, sequence.final == UInt8(ascii: "h")) }
    case (nil, UInt8(ascii: "r")):
      let (top, bottom) = (sequence.parameter(0), sequence.parameter(1))
      set(.scrollRegion, top > 1 || (bottom != 0 && bottom != rows))
    default: return
    }
    judge()
  }

  private mutating func set(private mode: Int, _ isOn: Bool) {
    switch mode {
    case 6: set(.origin, isOn)
    case 7: set(.noWrapping, !isOn)
    case 69: set(.sideMargins, isOn)
    default: break
    }
  }

  private mutating func set(_ mode: Int, _ isOn: Bool) {
    switch mode {
    case 4: set(.insertion, isOn)
    case 20: set(.newLine, isOn)
    default: break
    }
  }

  private mutating func set(_ change: Changes, _ isOn: Bool) {
    if isOn { changes.insert(change) } else { changes.remove(change) }
  }

  /// A screen of another height: a region that was the whole screen may be so no longer.
  mutating func noteResize() {
    guard changes.contains(.scrollRegion) || !hasPlainLines else { return }
    set(.scrollRegion, true)
    judge()
  }

  /// Follows an escape sequence, given without its ESC.
  mutating func noteEscape(_ bytes: [UInt8]) {
    guard let first = bytes.first, let last = bytes.last else { return }
    switch first {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      let bit: UInt8 = 1 << (first - UInt8(ascii: "("))
      otherSets = last == UInt8(ascii: "B") ? otherSets & ~bit : otherSets | bit
    case UInt8(ascii: "n"): setInUse = 2
    case UInt8(ascii: "o"): setInUse = 3
    case UInt8(ascii: "N"), UInt8(ascii: "O"): takesOneFromOtherSet = true
    default: return
    }
    judge()
  }

  /// SO takes text from G1, SI from G0.
  mutating func noteShift(_ number: UInt8) {
    setInUse = number
    judge()
  }

  /// The one character from another set (SS2, SS3) has been written.
  mutating func noteText() {
    guard takesOneFromOtherSet else { return }
    takesOneFromOtherSet = false
    judge()
  }

  private mutating func judge() {
    let usesOther = takesOneFromOtherSet || otherSets & (1 << setInUse) != 0
    set(.otherCharacters, usesOther)
    isPlain = changes.isDisjoint(
      with: [.insertion, .noWrapping, .origin, .sideMargins, .otherCharacters])
    hasPlainLines = isPlain && changes.isDisjoint(with: [.newLine, .scrollRegion])
  }
}
