/// The lines a terminal keeps that belong to what it shows: scrollback and primary screen, or the
/// alternate screen alone. Valid until the terminal takes more output.
struct KeptLines {
  /// Holds the memory of the lines.
  private let emulator: Emulator
  private let scrollback: Scrollback?
  private let grid: ScreenGrid
  private let clusters: ClusterTable
  /// Absolute number of the first line: 0 is the first the program ever printed.
  let first: Int
  /// Absolute number behind the last line of the screen.
  let end: Int

  init(_ emulator: Emulator, alternate: Bool) {
    self.emulator = emulator
    let state = emulator.state.pointee
    let added = state.scrollback.added
    scrollback = alternate ? nil : state.scrollback
    grid = alternate ? state.alternate : state.primary
    clusters = state.clusters
    first = alternate ? added : added - state.scrollback.count
    end = added + grid.rowCount
  }

  private var scrolled: Int { scrollback?.count ?? 0 }

  /// The last line that shows something; the first when none does.
  var lastUsed: Int {
    var row = grid.rowCount - 1
    while row >= 0, grid.rows[row].trimmedCount == 0 { row -= 1 }
    return max(first, end - grid.rowCount + row)
  }

  func isContinuation(_ line: Int) -> Bool {
    let index = line - first
    guard line >= first, line < end else { return false }
    if let scrollback, index < scrolled { return scrollback[index].isContinuation }
    return grid.rows[index - scrolled].isContinuation
  }

  /// The bytes of a line that is ASCII, in the columns of the screen; nil for any other.
  func ascii(_ line: Int) -> UnsafeBufferPointer<UInt8>? {
    let index = line - first
    if let scrollback, index < scrolled {
      let kept = scrollback[index]
      return kept.isASCII ? kept.text.assumingMemoryBound(to: UInt8.self) : nil
    }
    let row = grid.rows[index - scrolled]
    return row.isText ? UnsafeBufferPointer(start: row.text, count: row.trimmedCount) : nil
  }

  /// Calls back with every character of a line and its column; what was never written is a space.
  func forEachCharacter(_ line: Int, _ body: (Int, Character) -> Void) {
    forEachCell(line) { column, cell in
      if cell.width > 0 { body(column, clusters.character(for: cell.content)) }
    }
  }

  private func forEachCell(_ line: Int, _ body: (Int, PackedCell) -> Void) {
    let index = line - first
    if let scrollback, index < scrolled {
      scrollback[index].forEachCell(limit: .max, body)
    } else {
      let row = grid.rows[index - scrolled]
      row.forEachCell(limit: row.trimmedCount, body)
    }
  }
}
