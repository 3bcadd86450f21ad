/// A grid of cells in row order: what a frame is drawn into before a backend shows it.
public struct CellBuffer: Sendable, Equatable {
  public let size: Size
  public private(set) var cells: [Cell]

  public init(size: Size, filledWith cell: Cell = .blank) {
    self.size = size
    cells = Array(repeating: cell, count: size.columns * size.rows)
  }

  /// Takes cells in row order; there must be as many as the size has.
  public init(size: Size, cells: [Cell]) {
    precondition(cells.count == size.columns * size.rows, "a buffer needs a cell for every place")
    self.size = size
    self.cells = cells
  }

  public var bounds: Rect { Rect(size: size) }

  /// The cell at a place inside the buffer; outside it, reads are blank and writes are dropped.
  public subscript(column: Int, row: Int) -> Cell {
    get {
      guard column >= 0, row >= 0, column < size.columns, row < size.rows else { return .blank }
      return cells[row * size.columns + column]
    }
    set {
      guard column >= 0, row >= 0, column < size.columns, row < size.rows else { return }
      cells[row * size.columns + column] = newValue
    }
  }

  public mutating func fill(_ area: Rect, with cell: Cell) {
    let visible = area.intersection(bounds)
    guard !visible.isEmpty else { return }
    let columns = size.columns
    cells.withUnsafeMutableBufferPointer { cells in
      for row in visible.row..<visible.endRow {
        let line = row * columns + visible.column
        cells[line..<line + visible.columns].update(repeating: cell)
      }
    }
  }

  /// Writes one line of text and returns the column behind it; control characters are left out.
  ///
  /// A wide character that would be cut by the clip's edge becomes a space, so that no half of a
  /// character is ever shown.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, column: Int, row: Int, style: Style, clip: Rect? = nil
  ) -> Int {
    let visible = (clip ?? bounds).intersection(bounds)
    guard row >= visible.row, row < visible.endRow else {
      return column + TextWidth.columns(of: text)
    }
    var place = column
    for character in text {
      let width = TextWidth.columns(of: character)
      guard width > 0 else { continue }
      put(character, width: width, column: place, row: row, style: style, visible: visible)
      place += width
    }
    return place
  }

  private mutating func put(
    _ character: Character, width: Int, column: Int, row: Int, style: Style, visible: Rect
  ) {
    guard column + width > visible.column, column < visible.endColumn else { return }
    let fits = column >= visible.column && column + width <= visible.endColumn
    guard fits else {
      for part in column..<(column + width) where part >= visible.column && part < visible.endColumn
      {
        self[part, row] = Cell(" ", style: style)
      }
      return
    }
    repairNeighbours(column: column, width: width, row: row)
    self[column, row] = Cell(character, width: Int8(width), style: style)
    if width == 2 {
      self[column + 1, row] = .continuation(style: style)
    }
  }

  /// A wide character loses its other half when one half is overwritten: both become spaces.
  private mutating func repairNeighbours(column: Int, width: Int, row: Int) {
    if self[column, row].width == 0, column > 0 {
      self[column - 1, row] = Cell(" ", style: self[column - 1, row].style)
    }
    let after = column + width
    if after < size.columns, self[after, row].width == 0 {
      self[after, row] = Cell(" ", style: self[after, row].style)
    }
  }

  mutating func withMutableCells(_ body: (UnsafeMutableBufferPointer<Cell>) -> Void) {
    cells.withUnsafeMutableBufferPointer { body($0) }
  }

  /// Applies a change to the style of every cell of an area.
  public mutating func restyle(_ area: Rect, _ change: (inout Style) -> Void) {
    let visible = area.intersection(bounds)
    for row in visible.row..<visible.endRow where !visible.isEmpty {
      for column in visible.column..<visible.endColumn {
        change(&cells[row * size.columns + column].style)
      }
    }
  }
}
