/// Neighbouring cells of one row that are to be written.
public struct CellRun: Sendable, Equatable {
  public var row: Int
  public var column: Int
  public var cells: ArraySlice<Cell>

  public init(row: Int, column: Int, cells: ArraySlice<Cell>) {
    self.row = row
    self.column = column
    self.cells = cells
  }
}
