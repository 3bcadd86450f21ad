extension Rect {
  /// The top `rows` rows, and what is left below them.
  public func splitTop(_ count: Int) -> (top: Rect, rest: Rect) {
    let taken = min(max(0, count), rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: taken),
      Rect(column: column, row: row + taken, columns: columns, rows: rows - taken)
    )
  }

  /// What is left above, and the bottom `rows` rows.
  public func splitBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
    let taken = min(max(0, count), rows)
    let (rest, bottom) = splitTop(rows - taken)
    return (rest, bottom)
  }

  /// The left `columns` columns, and what is left beside them.
  public func splitLeft(_ count: Int) -> (left: Rect, rest: Rect) {
    let taken = min(max(0, count), columns)
    return (
      Rect(column: column, row: row, columns: taken, rows: rows),
      Rect(column: column + taken, row: row, columns: columns - taken, rows: rows)
    )
  }

  /// What is left beside them, and the right `columns` columns.
  public func splitRight(_ count: Int) -> (rest: Rect, right: Rect) {
    let taken = min(max(0, count), columns)
    let (rest, right) = splitLeft(columns - taken)
    return (rest, right)
  }
}
