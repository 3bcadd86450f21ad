import TestSupport

/// A program's output made up by chance, the same for the same seed.
struct RandomOutput {
  private var generator: SeededGenerator
  /// Whether places are counted from the scroll region's beginning (DECOM).
  private var hasOrigin = false

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  /// Output of well-formed pieces, without what libvterm 0.1 is known to do otherwise: it has no
  /// soft reset, restores black where nothing was saved and no character set, takes UTF-8 for
  /// graphics, erases the end of a full line, aligns in colour, has slanted signs for y and z, waits
  /// at a full line's end through a line feed on the last line, does not save the origin mode, and
  /// keeps no line of a region that it scrolls out as a whole.
  mutating func wellFormed(pieces: Int) -> [UInt8] {
    Array("\u{1B}7".utf8) + (0..<pieces).flatMap { _ in Array(wellFormedPiece().utf8) }
  }

  /// The same with wide and combining characters, broken sequences and any bytes.
  mutating func anything(pieces: Int) -> [UInt8] {
    (0..<pieces).flatMap { _ in
      switch number(0...9) {
      case 0: (0..<number(1...6)).map { _ in UInt8(number(0...255)) }
      case 1: Array("中文\u{301}é\u{1F468}\u{200D}\u{1F4BB}".prefix(number(1...6)).utf8)
      case 2: Array("\u{1B}]9;4;1;\(number(0...120))\u{7}\u{1B}]0;title".utf8)
      case 3: Array("\u{1B}[!p\u{1B}[38;2;\(number(0...255))".utf8)
      default: Array(wellFormedPiece().utf8)
      }
    }
  }

  /// Places at which to cut so many bytes.
  mutating func cuts(of count: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < count {
      let end = min(count, start + number(1...(number(0...3) == 0 ? 200 : 7)))
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }

  private mutating func wellFormedPiece() -> String {
    switch number(0...39) {
    case 0...9: text(number(1...12))
    case 10: text(number(20...60))
    case 11...15: "\r\n"
    case 16: "\u{8}\n"
    case 17: "\r"
    case 18: "\u{8}"
    case 19...22: "\u{1B}[\(rendition())m"
    case 23: "\u{1B}[\(number(0...14));\(number(0...45))H"
    case 24, 25: "\u{1B}[\(number(0...9))\(pick("ABCDEFG"))"
    case 26: "\u{8}\u{1B}[\(number(0...2))\(pick("KJ"))"
    case 27, 28: "\u{1B}[\(number(0...4))\(pick("@PLMXST"))"
    case 29: "\u{1B}[\(number(1...4));\(number(8...12))r"
    case 30: "\u{1B}[r"
    case 31: "\u{1B}[4\(pick("hl"))"
    case 32: mode()
    case 33: "\t"
    case 34: "\u{1B}(\(pick("0BB"))"
    case 35: pick("\u{E}\u{F}\u{F}")
    case 36: "\u{8}\u{1B}(B\u{F}\u{1B}\(pick(hasOrigin ? "DEM" : "78DEM"))"
    case 37: plain()
    case 38 where number(0...4) == 0 && !hasOrigin: "\u{1B}(B\u{F}\u{1B}[?1049\(pick("hl"))"
    case 38: "\u{1B}(B\u{F}é─│ж"
    default: number(0...9) == 0 ? "\u{1B}[m" : "\u{1B}[?25\(pick("hl"))"
    }
  }

  private mutating func mode() -> String {
    let (mode, final) = (number(6...7), pick("hlh"))
    if mode == 6 { hasOrigin = final == "h" }
    return "\u{1B}[?\(mode)\(final)"
  }

  private mutating func plain() -> String {
    hasOrigin = false
    return "\u{1B}[?7h\u{1B}[?6l\u{1B}[4l\u{1B}(B\u{F}"
  }

  private mutating func text(_ count: Int) -> String {
    String(
      (0..<count).map { _ in Character(Unicode.Scalar(UInt8(min(0x78, number(0x20...0x7E))))) })
  }

  private mutating func rendition() -> String {
    switch number(0...6) {
    case 0: "0"
    case 1: "1;3\(number(0...7))"
    case 2: "38;5;\(number(0...255))"
    case 3: "38;2;\(number(0...255));\(number(0...255));\(number(0...255))"
    case 4: "\(pick("3479"))"
    case 5: "9\(number(0...7));2\(pick("3479"))"
    default: "4\(number(0...7));39"
    }
  }

  private mutating func pick(_ choices: String) -> String {
    let list = Array(choices)
    return String(list[number(0...list.count - 1)])
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }
}
