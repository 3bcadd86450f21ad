/// What must be written so that a screen that shows one frame shows another.
public enum FrameDifference {
  /// The changed cells as runs in reading order; every row whole where there is no frame before, or
  /// one of another size. A wide character is in a run with both its halves or not at all.
  public static func runs(from previous: CellBuffer?, to next: CellBuffer) -> [CellRun] {
    let columns = next.size.columns
    guard columns > 0 else { return [] }
    let cells = next.cells
    guard let previous, previous.size == next.size else {
      return (0..<next.size.rows).map { row in
        CellRun(row: row, column: 0, cells: cells[row * columns..<(row + 1) * columns])
      }
    }
    var runs: [CellRun] = []
    previous.cells.withUnsafeBufferPointer { before in
      cells.withUnsafeBufferPointer { now in
        for row in 0..<next.size.rows {
          let line = row * columns..<(row + 1) * columns
          guard !CellBuffer.hasSameBytes(before, now, line) else { continue }
          addRuns(of: line, from: before, to: now) { range in
            runs.append(
              CellRun(row: row, column: range.lowerBound - line.lowerBound, cells: cells[range]))
          }
        }
      }
    }
    return runs
  }

  private static func addRuns(
    of line: Range<Int>, from before: UnsafeBufferPointer<Cell>,
    to now: UnsafeBufferPointer<Cell>, add: (Range<Int>) -> Void
  ) {
    var place = line.lowerBound
    while place < line.upperBound {
      guard now[place] != before[place] else {
        place += 1
        continue
      }
      var start = place
      if now[start].width == 0, start > line.lowerBound { start -= 1 }
      var end = place + 1
      while end < line.upperBound, now[end] != before[end] || now[end].width == 0 { end += 1 }
      add(start..<end)
      place = end
    }
  }
}
