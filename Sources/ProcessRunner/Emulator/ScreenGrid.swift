import CVTerm

/// The lines of one screen, primary or alternate. A scroll of whole lines moves no cell.
///
/// Memory is unmanaged, because every character comes in here: `deallocate` frees it.
struct ScreenGrid {
  private(set) var columns: Int
  private(set) var rowCount: Int
  /// The cells a line has room for: a line that was wider once keeps what it held.
  private(set) var capacity: Int
  private(set) var rows: UnsafeMutablePointer<ScreenRow>

  init(columns: Int, rows rowCount: Int) {
    self.columns = columns
    self.rowCount = rowCount
    capacity = columns
    rows = .allocate(capacity: rowCount)
    for row in 0..<rowCount { (rows + row).initialize(to: ScreenRow(capacity: columns)) }
  }

  func deallocate() {
    for row in 0..<rowCount { rows[row].deallocate() }
    rows.deallocate()
  }

  /// Writes one character. Places outside the grid are ignored.
  func put(_ cell: PackedCell, row: Int, column: Int) {
    let width = Int(cell.width)
    guard row >= 0, row < rowCount, column >= 0, column + width <= columns else { return }
    let line = rows + row
    line.pointee.unpack()
    let cells = line.pointee.cells + column
    if width == 2 || line.pointee.mayHoldWide {
      line.pointee.mayHoldWide = true
      line.pointee.separate(column, column + width)
      if width == 2 {
        cells[1] = cell
        cells[1].content = 0
        cells[1].width = 0
      }
    }
    cells[0] = cell
    if column + width > line.pointee.used { line.pointee.used = column + width }
    if column == 0 { line.pointee.isContinuation = false }
  }

  func erase(_ rect: VTermRect, with blank: PackedCell) {
    let (top, bottom) = (max(0, Int(rect.start_row)), min(rowCount, Int(rect.end_row)))
    let left = max(0, Int(rect.start_col))
    let reachesEdge = Int(rect.end_col) >= columns
    for row in top..<max(top, bottom) {
      if left == 0 { rows[row].isContinuation = false }
      if reachesEdge, rows[row].used > columns {
        rows[row].erase(columns, capacity, with: PackedCell())
      }
      if rows[row].mayHoldWide, !rows[row].isText { rows[row].separate(left, Int(rect.end_col)) }
      rows[row].erase(left, reachesEdge ? columns : Int(rect.end_col), with: blank)
      // A line whose end is erased ends there.
      if reachesEdge, row + 1 < rowCount { rows[row + 1].isContinuation = false }
    }
  }

  /// Moves all lines up by one; what the first line held must have been taken before.
  @inline(__always)
  func scrollUp(blank: PackedCell) {
    var freed = rows[0]
    rows.update(from: rows + 1, count: rowCount - 1)
    freed.clear()
    if blank.background.rawValue != 0 { freed.erase(0, columns, with: blank) }
    rows[rowCount - 1] = freed
  }

  /// Moves the lines from `top` to before `bottom` up (`count > 0`) or down, and clears what is
  /// left open.
  func scroll(from top: Int, to bottom: Int, by count: Int, blank: PackedCell) {
    let height = bottom - top
    let distance = min(abs(count), height)
    guard top >= 0, bottom <= rowCount, distance > 0 else { return }
    let freed = count > 0 ? top : bottom - distance
    withUnsafeTemporaryAllocation(of: ScreenRow.self, capacity: distance) { spare in
      for index in 0..<distance { spare.initializeElement(at: index, to: rows[freed + index]) }
      let target = count > 0 ? top : top + distance
      let source = count > 0 ? top + distance : top
      (rows + target).update(from: rows + source, count: height - distance)
      let open = count > 0 ? bottom - distance : top
      for index in 0..<distance {
        var row = spare[index]
        row.clear()
        if blank.background.rawValue != 0 { row.erase(0, columns, with: blank) }
        rows[open + index] = row
      }
    }
  }

  /// Copies a rectangle of cells over another of the same size; they may overlap.
  func move(to destination: VTermRect, from source: VTermRect) {
    let height = Int(source.end_row - source.start_row)
    let width = Int(source.end_col - source.start_col)
    let isDownward = destination.start_row > source.start_row
    guard isInside(destination), isInside(source), width > 0 else { return }
    for step in 0..<max(0, height) {
      let offset = isDownward ? height - 1 - step : step
      let from = Int(source.start_row) + offset
      let target = Int(destination.start_row) + offset
      rows[from].unpack()
      rows[target].unpack()
      (rows[target].cells + Int(destination.start_col)).update(
        from: rows[from].cells + Int(source.start_col), count: width)
      rows[target].used = max(rows[target].used, Int(destination.end_col))
      rows[target].mayHoldWide = rows[target].mayHoldWide || rows[from].mayHoldWide
      if rows[target].mayHoldWide { rows[target].joinHalves(columns: columns) }
    }
  }

  private func isInside(_ rect: VTermRect) -> Bool {
    rect.start_row >= 0 && rect.start_col >= 0 && Int(rect.end_row) <= rowCount
      && Int(rect.end_col) <= columns
  }

  /// Takes on a new size. Lines are added and dropped at the bottom.
  mutating func resize(columns newColumns: Int, rows newCount: Int) {
    let newCapacity = max(capacity, newColumns)
    let newRows = UnsafeMutablePointer<ScreenRow>.allocate(capacity: newCount)
    for row in 0..<newCount {
      if row < rowCount, newCapacity == capacity {
        (newRows + row).initialize(to: rows[row])
        continue
      }
      var fresh = ScreenRow(capacity: newCapacity)
      if row < rowCount {
        fresh.take(rows[row])
        rows[row].deallocate()
      }
      (newRows + row).initialize(to: fresh)
    }
    for row in newCount..<max(newCount, rowCount) { rows[row].deallocate() }
    rows.deallocate()
    (rows, columns, rowCount, capacity) = (newRows, newColumns, newCount, newCapacity)
  }
}

extension ScreenGrid {
  /// Puts a line of the scrollback back in a row; what is wider than the row has room for is cut.
  func restore(_ line: ScrollbackLine, row: Int) {
    rows[row].unpack()
    let cells = rows[row].cells
    line.forEachCell(limit: capacity) { column, cell in cells[column] = cell }
    rows[row].used = min(capacity, line.count)
    rows[row].mayHoldWide = true
    rows[row].isContinuation = line.isContinuation
  }
}

extension ScreenRow {
  /// Makes spaces of the halves of wide characters that a move has left alone.
  fileprivate func joinHalves(columns: Int) {
    let end = min(used, columns)
    for column in 0..<end {
      let hasLeft = column > 0 && cells[column - 1].width == 2
      let hasRight = column + 1 < end && cells[column + 1].width == 0
      if cells[column].width == 0 ? !hasLeft : cells[column].width == 2 && !hasRight {
        cells[column] = cells[column].erased
      }
    }
  }

  /// Takes on what another line holds, which has room for no more than this one.
  fileprivate mutating func take(_ other: ScreenRow) {
    unpack()
    other.forEachCell(limit: .max) { column, cell in cells[column] = cell }
    used = other.used
    mayHoldWide = true
    isContinuation = other.isContinuation
  }
}
