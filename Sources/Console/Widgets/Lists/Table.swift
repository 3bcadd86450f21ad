import TerminalCore

/// Rows of text in aligned columns under their titles; the widest columns give way where it is
/// narrow.
public struct Table: Widget, Equatable {
  public enum Alignment: Sendable, Hashable {
    case left
    case right
  }

  public struct Column: Sendable, Hashable {
    public var title: String
    public var alignment: Alignment

    public init(_ title: String, _ alignment: Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  public var columns: [Column]
  public var rows: [[StyledSpan]]
  private static let space = 2
  private static let narrowest = 4

  public init(_ columns: [Column], rows: [[StyledSpan]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The columns' widths where so many columns of the screen are there.
  public func widths(in available: Int) -> [Int] {
    var widths = columns.indices.map { index in
      rows.reduce(TextWidth.columns(of: columns[index].title)) { widest, row in
        max(widest, index < row.count ? TextWidth.columns(of: row[index].text) : 0)
      }
    }
    var excess = widths.reduce(0, +) + Self.space * max(0, widths.count - 1) - available
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > Self.narrowest
    {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  public func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet) {
    let widths = widths(in: area.columns)
    let titles = columns.map { StyledSpan($0.title, .textMuted) }
    for (index, cells) in ([titles] + rows).prefix(area.rows).enumerated() {
      var place = area.column
      for (column, cell) in cells.prefix(columns.count).enumerated() {
        let text = glyphs.truncate(cell.text, to: widths[column])
        let slack = widths[column] - TextWidth.columns(of: text)
        let start = columns[column].alignment == .right ? place + slack : place
        buffer.write(
          text, column: start, row: area.row + index, style: theme[cell.role], clip: area)
        place += widths[column] + Self.space
      }
    }
  }
}
