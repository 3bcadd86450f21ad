import CVTerm
import TerminalCore

extension EmulatorState {
  private static let longestTitle = 256

  mutating func setPen(_ attribute: VTermAttr, _ value: UnsafePointer<VTermValue>) {
    switch attribute {
    case VTERM_ATTR_BOLD: set(.bold, value.pointee.boolean != 0)
    case VTERM_ATTR_UNDERLINE: set(.underline, value.pointee.number != 0)
    case VTERM_ATTR_ITALIC: set(.italic, value.pointee.boolean != 0)
    case VTERM_ATTR_BLINK: set(.blink, value.pointee.boolean != 0)
    case VTERM_ATTR_REVERSE: set(.reverse, value.pointee.boolean != 0)
    case VTERM_ATTR_STRIKE: set(.strikethrough, value.pointee.boolean != 0)
    case VTERM_ATTR_FOREGROUND: pen.foreground = PackedColor(value.pointee.color)
    case VTERM_ATTR_BACKGROUND: pen.background = PackedColor(value.pointee.color)
    default: break
    }
  }

  private mutating func set(_ attribute: Attributes, _ isOn: Bool) {
    if isOn {
      pen.attributes |= attribute.rawValue
    } else {
      pen.attributes &= ~attribute.rawValue
    }
  }

  /// Returns whether the property is one the terminal has.
  mutating func setProperty(_ property: VTermProp, _ value: UnsafePointer<VTermValue>) -> Bool {
    switch property {
    case VTERM_PROP_CURSORVISIBLE: isCursorVisible = value.pointee.boolean != 0
    case VTERM_PROP_ALTSCREEN: setAlternate(value.pointee.boolean != 0)
    case VTERM_PROP_REVERSE: isReversed = value.pointee.boolean != 0
    case VTERM_PROP_MOUSE: mouse = MouseRequest(rawValue: value.pointee.number) ?? .none
    case VTERM_PROP_TITLE: title = Self.title(value.pointee.string)
    default: return false
    }
    return true
  }

  private mutating func setAlternate(_ isOn: Bool) {
    guard isOn != isAlternate else { return }
    if isOn {
      primaryCursorRow = Int(cursor.row)
      alternate.erase(wholeScreen, with: PackedCell())
    }
    isAlternate = isOn
  }

  private var wholeScreen: VTermRect {
    VTermRect(
      start_row: 0, end_row: Int32(alternate.rowCount), start_col: 0,
      end_col: Int32(alternate.columns))
  }

  /// A title is text that others show: it may hold no control character.
  private static func title(_ text: UnsafePointer<CChar>?) -> String {
    guard let text else { return "" }
    let printable = String(cString: text).unicodeScalars.filter { scalar in
      scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
    }
    return String(String(String.UnicodeScalarView(printable)).prefix(longestTitle))
  }

  /// Takes on a new size and returns by how many lines the cursor has to move.
  mutating func resize(columns: Int, rows: Int) -> Int {
    let cursorRow = isAlternate ? primaryCursorRow : Int(cursor.row)
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
