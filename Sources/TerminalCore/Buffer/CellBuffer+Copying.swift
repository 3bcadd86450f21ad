import Glibc

extension CellBuffer {
  /// Copies the first cells of a row of another buffer to a place and what follows it there; what
  /// lies outside of either buffer is left out.
  /// - Parameter defaults: What a cell takes where its colours are the terminal's own.
  public mutating func copyRow(
    _ row: Int, of source: CellBuffer, columns: Int, to place: Point, defaults: Style
  ) {
    let skipped = max(0, -place.column)
    let end = min(columns, source.size.columns, size.columns - place.column)
    guard row >= 0, row < source.size.rows, place.row >= 0, place.row < size.rows, skipped < end
    else { return }
    let from = row * source.size.columns
    let to = place.row * size.columns + place.column
    source.cells.withUnsafeBufferPointer { source in
      withMutableCells { target in
        for column in skipped..<end {
          target[to + column] = source[from + column]
          if case .terminalDefault = target[to + column].style.foreground {
            target[to + column].style.foreground = defaults.foreground
          }
          if case .terminalDefault = target[to + column].style.background {
            target[to + column].style.background = defaults.background
          }
        }
      }
    }
  }

  /// Whether two frames show the same. Frames that follow one another are made of the same bytes
  /// for the most part, which are compared as such first.
  public static func == (left: CellBuffer, right: CellBuffer) -> Bool {
    guard left.size == right.size else { return false }
    let columns = left.size.columns
    return left.cells.withUnsafeBufferPointer { left in
      right.cells.withUnsafeBufferPointer { right in
        stride(from: 0, to: left.count, by: max(1, columns)).allSatisfy { start in
          hasSameBytes(left, right, start..<start + columns)
            || left[start..<start + columns].elementsEqual(right[start..<start + columns])
        }
      }
    }
  }

  /// Whether cells are the same in memory, and therefore equal; equal cells may differ in memory.
  static func hasSameBytes(
    _ left: UnsafeBufferPointer<Cell>, _ right: UnsafeBufferPointer<Cell>, _ range: Range<Int>
  ) -> Bool {
    guard let left = left.baseAddress, let right = right.baseAddress else { return true }
    return memcmp(
      left + range.lowerBound, right + range.lowerBound, range.count * MemoryLayout<Cell>.stride)
      == 0
  }
}
