import TerminalCore

/// Dots, two across and four down to a cell, as Unicode's braille patterns show them.
struct BrailleCanvas: Sendable {
  let columns: Int
  let rows: Int
  private var masks: [UInt8]

  init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    masks = Array(repeating: 0, count: self.columns * self.rows)
  }

  var dotsAcross: Int { columns * 2 }
  var dotsDown: Int { rows * 4 }

  /// Sets a dot, counted from the top left; one outside the canvas is left out.
  mutating func set(across: Int, down: Int) {
    guard across >= 0, down >= 0, across < dotsAcross, down < dotsDown else { return }
    masks[down / 4 * columns + across / 2] |= Self.bit(across: across % 2, down: down % 4)
  }

  /// The pattern of a cell, or nil where it has no dot.
  func character(column: Int, row: Int) -> Character? {
    let mask = masks[row * columns + column]
    guard mask != 0, let scalar = UnicodeScalar(0x2800 + UInt32(mask)) else { return nil }
    return Character(scalar)
  }

  /// Source: the Unicode Standard, Braille Patterns: dots 1 to 6 go down the two columns of three,
  /// dots 7 and 8 are the fourth row.
  private static func bit(across: Int, down: Int) -> UInt8 {
    if down == 3 { return across == 0 ? 0x40 : 0x80 }
    return 1 << UInt8(across * 3 + down)
  }

  /// Calls back for every dot of a straight line, ends included.
  static func line(
    from start: (across: Int, down: Int), to end: (across: Int, down: Int),
    _ visit: (_ across: Int, _ down: Int) -> Void
  ) {
    let steps = max(abs(end.across - start.across), abs(end.down - start.down))
    guard steps > 0 else { return visit(start.across, start.down) }
    for step in 0...steps {
      let part = Double(step) / Double(steps)
      visit(
        start.across + Int((part * Double(end.across - start.across)).rounded()),
        start.down + Int((part * Double(end.down - start.down)).rounded()))
    }
  }
}
