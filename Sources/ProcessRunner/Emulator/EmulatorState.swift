import CVTerm

/// What the parser writes to: both screens, the pen, the cursor and what was asked of the terminal.
///
/// It lives behind a pointer that the parser's callbacks are given, so that no reference is counted
/// for a character.
struct EmulatorState {
  var primary: ScreenGrid
  var alternate: ScreenGrid
  var scrollback: Scrollback
  var isAlternate = false
  /// The cursor's line on the primary screen while the alternate one is shown.
  var primaryCursorRow = 0
  var cursor = VTermPos(row: 0, col: 0)
  var isCursorVisible = true
  var isReversed = false
  /// A cell in the style that is written in now.
  var pen = PackedCell()
  var clusters = ClusterTable()
  var mouse = MouseRequest.none
  var title = ""
  var hasRung = false
  /// Bytes for the program: keys, and answers to its queries.
  var output: [UInt8] = []

  init(columns: Int, rows: Int, scrollbackLimit: Int) {
    primary = ScreenGrid(columns: columns, rows: rows)
    alternate = ScreenGrid(columns: columns, rows: rows)
    scrollback = Scrollback(limit: scrollbackLimit)
  }

  var grid: ScreenGrid { isAlternate ? alternate : primary }

  mutating func deallocate() {
    primary.deallocate()
    alternate.deallocate()
    scrollback.removeAll()
  }

  mutating func put(_ info: UnsafePointer<VTermGlyphInfo>, at position: VTermPos) {
    let scalars = info.pointee.chars.unsafelyUnwrapped
    guard info.pointee.width > 0 else { return }
    var cell = pen
    cell.width = UInt8(min(2, info.pointee.width))
    cell.content = scalars[1] == 0 ? scalars[0] : cluster(scalars)
    if isAlternate {
      alternate.put(cell, row: Int(position.row), column: Int(position.col))
    } else {
      primary.put(cell, row: Int(position.row), column: Int(position.col))
    }
  }

  private mutating func cluster(_ scalars: UnsafePointer<UInt32>) -> UInt32 {
    var list: [UInt32] = []
    while list.count < ClusterTable.longestCluster, scalars[list.count] != 0 {
      list.append(scalars[list.count])
    }
    return clusters.content(for: list)
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
