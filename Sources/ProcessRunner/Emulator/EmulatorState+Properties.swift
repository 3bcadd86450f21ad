import CVTerm
import TerminalCore

extension EmulatorState {
  /// Returns whether the property is one the terminal has.
  mutating func setProperty(_ property: VTermProp, _ value: UnsafePointer<VTermValue>) -> Bool {
    switch property {
    case VTERM_PROP_CURSORVISIBLE: isCursorVisible = value.pointee.boolean != 0
    case VTERM_PROP_ALTSCREEN: setAlternate(value.pointee.boolean != 0)
    case VTERM_PROP_REVERSE: isReversed = value.pointee.boolean != 0
    case VTERM_PROP_MOUSE: mouse = MouseRequest(rawValue: value.pointee.number) ?? .none
    default: return false
    }
    return true
  }

  private mutating func setAlternate(_ isOn: Bool) {
    guard isOn != isAlternate else { return }
    if isOn {
      primaryCursorRow = row
      alternate.erase(wholeScreen, with: PackedCell())
    }
    isAlternate = isOn
  }

  /// Shows the primary screen, where a reset leaves the other one without being asked.
  mutating func leaveAlternate() {
    setAlternate(false)
  }

  private var wholeScreen: VTermRect {
    VTermRect(
      start_row: 0, end_row: Int32(alternate.rowCount), start_col: 0,
      end_col: Int32(alternate.columns))
  }

  /// Takes on a new size and returns by how many lines the cursor has to move.
  mutating func resize(columns: Int, rows: Int) -> Int {
    let cursorRow = isAlternate ? primaryCursorRow : row
    let moved = fitPrimary(columns: columns, rows: rows, cursorRow: cursorRow)
    primaryCursorRow += moved
    alternate.resize(columns: columns, rows: rows)
    return isAlternate ? 0 : moved
  }

  /// Lines leave at the top when the cursor's line would be lost at the bottom, and come back when
  /// a screen whose last line holds the cursor grows.
  private mutating func fitPrimary(columns: Int, rows: Int, cursorRow: Int) -> Int {
    let lost = max(0, cursorRow - (rows - 1))
    for row in 0..<min(lost, primary.rowCount) { scrollback.append(primary.rows[row]) }
    primary.scroll(from: 0, to: primary.rowCount, by: lost, blank: PackedCell())
    let grown = rows - primary.rowCount
    let wasFull = cursorRow == primary.rowCount - 1
    primary.resize(columns: columns, rows: rows)
    guard grown > 0, wasFull else { return -lost }
    let returned = min(grown, scrollback.count)
    primary.scroll(from: 0, to: rows, by: -returned, blank: PackedCell())
    for row in (0..<returned).reversed() {
      guard let line = scrollback.popLast() else { continue }
      primary.restore(line, row: row)
      line.deallocate()
    }
    return returned
  }
}
