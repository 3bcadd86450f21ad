extension CellBuffer {
  /// The buffer as lines of text without styles, trailing spaces kept: the picture tests compare.
  public var text: String {
    (0..<size.rows).map { textOfRow($0) }.joined(separator: "\n")
  }

  /// One row as text; a wide character stands once.
  public func textOfRow(_ row: Int) -> String {
    var line = ""
    for column in 0..<size.columns {
      let cell = self[column, row]
      if cell.width > 0 { line.append(cell.character) }
    }
    return line
  }
}
