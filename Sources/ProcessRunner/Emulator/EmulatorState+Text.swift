/// Text as it is written where no mode says otherwise: from edge to edge over what stands there,
/// the lines moving up at the bottom of the screen.
extension EmulatorState {
  /// Writes printable ASCII characters (0x20 to 0x7E).
  mutating func write(_ bytes: UnsafePointer<UInt8>, count: Int) {
    let grid = grid
    let columns = grid.columns
    var done = 0
    while done < count {
      if isWrapPending {
        wrap()
      } else if column == 0 {
        grid.rows[row].isContinuation = false
      }
      let piece = min(count - done, columns - column)
      let line = grid.rows + row
      line.pointee.write(bytes + done, count: piece, column: column, style: pen)
      done += piece
      advance(by: piece, columns: columns)
    }
    lastScalar = UInt32(bytes[count - 1])
  }

  /// Writes a character of 1 or 2 columns.
  mutating func write(_ scalar: UInt32, width: Int) {
    let grid = grid
    let fitting = min(width, grid.columns)
    let wraps = isWrapPending || column + fitting > grid.columns
    if wraps { wrap() }
    var cell = pen
    cell.content = scalar
    cell.width = UInt8(fitting)
    grid.put(cell, row: row, column: column)
    if wraps { grid.rows[row].isContinuation = true }
    advance(by: fitting, columns: grid.columns)
    lastScalar = scalar
  }

  @inline(__always)
  private mutating func advance(by count: Int, columns: Int) {
    column += count
    if column >= columns {
      column = columns - 1
      isWrapPending = true
    }
  }

  private mutating func wrap() {
    lineFeed()
    column = 0
    isWrapPending = false
    grid.rows[row].isContinuation = true
  }

  /// To the next line, or at the bottom all lines up.
  mutating func lineFeed() {
    isWrapPending = false
    if row < grid.rowCount - 1 {
      row += 1
      return
    }
    if isAlternate {
      alternate.scrollUp(blank: pen.erased)
    } else {
      scrollback.append(primary.rows[0])
      primary.scrollUp(blank: pen.erased)
    }
  }

  mutating func carriageReturn() {
    if column > 0 { isWrapPending = false }
    column = 0
  }

  mutating func backspace() {
    guard column > 0 else { return }
    column -= 1
    isWrapPending = false
  }

  /// Adds a mark to the character before the cursor; where none was written it is dropped.
  mutating func combine(_ scalar: UInt32) {
    let grid = grid
    var place = isWrapPending ? column : column - 1
    guard row < grid.rowCount, place >= 0, place < grid.rows[row].used else { return }
    grid.rows[row].unpack()
    let cells = grid.rows[row].cells
    if cells[place].width == 0, place > 0 { place -= 1 }
    guard cells[place].content != 0 else { return }
    cells[place].content = clusters.content(adding: scalar, to: cells[place].content)
  }
}
