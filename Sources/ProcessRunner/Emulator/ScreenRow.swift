/// One line of the emulated screen.
struct ScreenRow {
  /// As many as the grid's capacity.
  let cells: UnsafeMutablePointer<PackedCell>
  /// No cell at or behind this column has been written since the line was cleared.
  var used = 0
  /// Whether a wide character may be in the line, whose halves must be kept together.
  var mayHoldWide = false

  init(capacity: Int) {
    cells = .allocate(capacity: capacity)
    cells.initialize(repeating: PackedCell(), count: capacity)
  }

  /// The cells up to the last one that shows something.
  var trimmedCount: Int {
    var count = used
    while count > 0, cells[count - 1].isBlank { count -= 1 }
    return count
  }

  mutating func erase(_ start: Int, _ end: Int, with blank: PackedCell) {
    let isPlain = blank.background.rawValue == 0
    let last = isPlain ? min(end, used) : end
    if start < last { (cells + start).update(repeating: blank, count: last - start) }
    if isPlain {
      if start < used, end >= used { used = start }
    } else {
      used = max(used, end)
    }
  }
}
