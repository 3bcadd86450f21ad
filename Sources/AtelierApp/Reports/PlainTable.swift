import TerminalCore

/// Rows in aligned columns for a plain terminal; where it is narrow the columns that may be cut
/// give way in their order.
struct PlainTable {
  var header: [String]?
  var rows: [[String]]
  /// Columns whose figures stand at the right.
  var numbers: Set<Int> = []
  /// Columns that may be cut, the first to be cut first, and to how few columns of the screen.
  var cuts: [(column: Int, least: Int)] = []

  /// - Parameter columns: Nil for as many as it takes.
  func text(columns: Int? = nil) -> String {
    let lines = ([header].compactMap(\.self) + rows).map { $0.map(Self.plain) }
    let widths = widths(of: lines, in: columns)
    return lines.map { cells in
      var line = ""
      for (column, cell) in cells.enumerated() {
        let shown = TextWidth.truncate(cell, to: widths[column], ellipsis: "…")
        let space = String(repeating: " ", count: widths[column] - TextWidth.columns(of: shown))
        line +=
          (column > 0 ? "  " : "") + (numbers.contains(column) ? space + shown : shown + space)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  private func widths(of lines: [[String]], in columns: Int?) -> [Int] {
    let count = lines.map(\.count).max() ?? 0
    var widths = (0..<count).map { column in
      lines.map { column < $0.count ? TextWidth.columns(of: $0[column]) : 0 }.max() ?? 0
    }
    guard let columns else { return widths }
    var excess = widths.reduce(0, +) + 2 * max(0, count - 1) - columns
    for (column, least) in cuts where excess > 0 && widths.indices.contains(column) {
      let given = min(excess, max(0, widths[column] - least))
      widths[column] -= given
      excess -= given
    }
    return widths
  }

  /// What others wrote may hold escape sequences: none gets to the terminal.
  private static func plain(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return text
    }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
  }
}
