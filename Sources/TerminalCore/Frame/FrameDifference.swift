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
    let shown = previous.cells
    var runs: [CellRun] = []
    for row in 0..<next.size.rows {
      let line = row * columns..<(row + 1) * columns
      var place = line.lowerBound
      while place < line.upperBound {
        guard cells[place] != shown[place] else {
          place += 1
          continue
        }
        var start = place
        if cells[start].width == 0, start > line.lowerBound { start -= 1 }
        var end = place + 1
        while end < line.upperBound, cells[end] != shown[end] || cells[end].width == 0 {
          end += 1
        }
        runs.append(CellRun(row: row, column: start - line.lowerBound, cells: cells[start..<end]))
        place = end
      }
    }
    return runs
  }
}
