import CVTerm

/// What is on both screens, the pen, the cursor and what was asked of the terminal.
///
/// It lives behind a pointer that libvterm's callbacks are given, so that no reference is counted
/// for a character.
struct EmulatorState {
  var primary: ScreenGrid
  var alternate: ScreenGrid
  var scrollback: Scrollback
  var isAlternate = false
  /// The cursor's line on the primary screen while the alternate one is shown.
  var primaryCursorRow = 0
  /// Where the next character goes.
  var row = 0
  var column = 0
  /// Whether the last column has been written: the next character goes to the next line.
  var isWrapPending = false
  var isCursorVisible = true
  var isReversed = false
  var modes = TextModes()
  /// A cell in the style that is written in now.
  var pen = PackedCell()
  var characterSets = CharacterSets()
  /// What DECSC has saved.
  var saved = SavedCursor()
  /// The last character written, for REP.
  var lastScalar: UInt32 = 0
  var clusters = ClusterTable()
  let widths = ScalarWidths()
  var mouse = MouseRequest.none
  var title = ""
  var progress: TerminalProgress?
  var hasRung = false
  /// Bytes for the program: keys, and answers to its queries.
  var output: [UInt8] = []

  init(columns: Int, rows: Int, scrollbackLimit: Int) {
    primary = ScreenGrid(columns: columns, rows: rows)
    alternate = ScreenGrid(columns: columns, rows: rows)
    scrollback = Scrollback(limit: scrollbackLimit)
  }

  var grid: ScreenGrid {
    @inline(__always) get { isAlternate ? alternate : primary }
  }

  mutating func deallocate() {
    primary.deallocate()
    alternate.deallocate()
    scrollback.removeAll()
    widths.deallocate()
  }

  /// A character that libvterm has placed.
  mutating func put(_ info: UnsafePointer<VTermGlyphInfo>, at position: VTermPos) {
    let scalar = Self.graphic(info.pointee.chars.unsafelyUnwrapped[0], for: lastScalar)
    guard info.pointee.width > 0 else { return }
    var cell = pen
    cell.width = UInt8(min(2, info.pointee.width))
    cell.content = scalar
    grid.put(cell, row: Int(position.row), column: Int(position.col))
    lastScalar = scalar
    isWrapPending = modes.wraps && Int(position.col) + Int(cell.width) >= grid.columns
  }

  /// libvterm shows the slanted signs for DEC's ≤ and ≥, which stand at the places of y and z.
  private static func graphic(_ scalar: UInt32, for written: UInt32) -> UInt32 {
    switch (scalar, written) {
    case (0x2A7D, 0x79): 0x2264
    case (0x2A7E, 0x7A): 0x2265
    default: scalar
    }
  }

  /// Whole lines only; anything narrower is left to libvterm's moves and erasures.
  mutating func scroll(_ rect: VTermRect, downward: Int32, rightward: Int32) -> Bool {
    let grid = grid
    guard rightward == 0, rect.start_col == 0, Int(rect.end_col) >= grid.columns else {
      return false
    }
    let (top, bottom) = (Int(rect.start_row), Int(rect.end_row))
    if downward > 0, top == 0, !isAlternate {
      for row in 0..<min(Int(downward), grid.rowCount) { scrollback.append(grid.rows[row]) }
    }
    grid.scroll(from: top, to: bottom, by: Int(downward), blank: pen.erased)
    return true
  }
}
