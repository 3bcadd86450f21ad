import TerminalCore

/// The scalars of a cell that ncurses can hold in one place.
enum CellScalars {
  /// ncurses keeps five to a cell (CCHARW_MAX).
  static let limit = 5

  /// A printable ASCII character's code; nil for any other.
  static func ascii(_ character: Character) -> UInt8? {
    let bytes = character.utf8
    guard let first = bytes.first, first >= 0x20, first < 0x7F, bytes.count == 1 else { return nil }
    return first
  }

  /// - Returns: The scalars to show, and the blank columns to set behind them so that the cell takes
  ///   the width that layout counted.
  static func fitting(_ cell: Cell) -> (scalars: [UnicodeScalar], padding: Int) {
    let scalars = cell.character.unicodeScalars
    guard let base = scalars.first else { return ([" "], 0) }
    let baseWidth = TextWidth.columns(of: Character(base))
    guard baseWidth > 0 else { return ([" "], max(0, Int(cell.width) - 1)) }
    var kept = [base]
    for scalar in scalars.dropFirst() {
      // What is joined to a picture by a zero-width joiner has a width of its own to ncurses.
      guard scalar != "\u{200D}", kept.count < limit else { break }
      guard scalar != "\u{FE0F}", TextWidth.columns(of: Character(scalar)) == 0 else { continue }
      kept.append(scalar)
    }
    return (kept, max(0, Int(cell.width) - baseWidth))
  }
}
