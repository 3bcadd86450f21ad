/// One line of the emulated screen, in one of two forms: ASCII text of a single style, as nearly
/// every line of a log is, or cells.
struct ScreenRow {
  /// As many as the grid's capacity; behind `used`, and in the text form everywhere, blank.
  let cells: UnsafeMutablePointer<PackedCell>
  /// As many as the grid's capacity; the first `used` of them are the line in the text form.
  let text: UnsafeMutablePointer<UInt8>
  /// The style of the whole line in the text form.
  private(set) var textStyle = PackedCell()
  /// No cell at or behind this column has been written since the line was cleared.
  var used = 0
  private(set) var isText = true
  /// Whether a wide character may be in the line, whose halves must be kept together.
  var mayHoldWide = false
  /// Whether the line goes on where the one above it was full.
  var isContinuation = false

  init(capacity: Int) {
    cells = .allocate(capacity: capacity)
    cells.initialize(repeating: PackedCell(), count: capacity)
    text = .allocate(capacity: capacity)
    text.initialize(repeating: 0, count: capacity)
  }

  func deallocate() {
    cells.deallocate()
    text.deallocate()
  }

  /// The cells up to the last one that shows something.
  var trimmedCount: Int {
    var count = used
    if isText {
      guard textStyle.isBlank else { return count }
      while count > 0, text[count - 1] == 0x20 { count -= 1 }
    } else {
      while count > 0, cells[count - 1].isBlank { count -= 1 }
    }
    return count
  }

  /// Turns the line into cells.
  mutating func unpack() {
    guard isText else { return }
    isText = false
    var cell = textStyle
    for column in 0..<used {
      cell.content = UInt32(text[column])
      cells[column] = cell
    }
  }

  /// Writes printable ASCII characters that fit in the line.
  @inline(__always)
  mutating func write(
    _ bytes: UnsafePointer<UInt8>, count: Int, column: Int, style: PackedCell
  ) {
    let end = column + count
    if isText, column <= used, used == 0 || textStyle.hasSameStyle(as: style) {
      if used == 0 { textStyle = style }
      (text + column).update(from: bytes, count: count)
    } else {
      writeCells(bytes, count: count, column: column, style: style)
    }
    if end > used { used = end }
  }

  private mutating func writeCells(
    _ bytes: UnsafePointer<UInt8>, count: Int, column: Int, style: PackedCell
  ) {
    unpack()
    if mayHoldWide { separate(column, column + count) }
    var cell = style
    for index in 0..<count {
      cell.content = UInt32(bytes[index])
      cells[column + index] = cell
    }
  }

  /// Makes a space of what is left of a wide character when only one of its halves is replaced.
  func separate(_ start: Int, _ end: Int) {
    if start > 0, start < used, cells[start].width == 0 {
      cells[start - 1] = cells[start - 1].erased
    }
    if end < used, cells[end].width == 0 { cells[end] = cells[end].erased }
  }

  mutating func erase(_ start: Int, _ end: Int, with blank: PackedCell) {
    let isPlain = blank.background.rawValue == 0
    if isPlain, end >= used, isText {
      used = min(used, max(0, start))
      return
    }
    unpack()
    let last = isPlain ? min(end, used) : end
    if start < last { (cells + start).update(repeating: blank, count: last - start) }
    if isPlain {
      if start < used, end >= used { used = start }
      if used == 0 { (isText, mayHoldWide) = (true, false) }
    } else {
      used = max(used, end)
    }
  }

  /// Makes the line one that was never written.
  @inline(__always)
  mutating func clear() {
    if !isText { clearCells() }
    used = 0
    isContinuation = false
  }

  private mutating func clearCells() {
    cells.update(repeating: PackedCell(), count: used)
    isText = true
    mayHoldWide = false
  }

  /// Calls back for the written cells up to a column, from the left.
  @inline(__always)
  func forEachCell(limit: Int, _ body: (Int, PackedCell) -> Void) {
    let count = min(used, limit)
    if isText {
      var cell = textStyle
      for column in 0..<count {
        cell.content = UInt32(text[column])
        body(column, cell)
      }
    } else {
      for column in 0..<count { body(column, cells[column]) }
    }
  }
}
