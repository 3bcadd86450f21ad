import TerminalCore

/// The border of a pane, with its title at the left and a badge at the right.
public struct Frame: Widget, Equatable {
  public var title: String
  public var badge: String
  public var isFocused: Bool

  public init(title: String, badge: String = "", isFocused: Bool = false) {
    self.title = title
    self.badge = badge
    self.isFocused = isFocused
  }

  /// What lies within the border.
  public static func interior(of area: Rect) -> Rect {
    area.columns < 2 || area.rows < 2
      ? Rect(column: area.column, row: area.row, columns: 0, rows: 0)
      : area.inset(columns: 1, rows: 1)
  }

  public func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard area.columns >= 2, area.rows >= 2 else { return }
    let border = theme[isFocused ? .paneBorderFocused : .paneBorder]
    let line = String(repeating: glyphs.horizontal, count: area.columns - 2)
    func edge(_ left: Character, _ right: Character, row: Int) {
      buffer.write(
        "\(left)\(line)\(right)", column: area.column, row: row, style: border, clip: area)
    }
    edge(glyphs.topLeft, glyphs.topRight, row: area.row)
    edge(glyphs.bottomLeft, glyphs.bottomRight, row: area.endRow - 1)
    for row in area.row + 1..<area.endRow - 1 {
      let side = String(glyphs.vertical)
      buffer.write(side, column: area.column, row: row, style: border, clip: area)
      buffer.write(side, column: area.endColumn - 1, row: row, style: border, clip: area)
    }
    drawTitle(into: &buffer, area: area, theme: theme, glyphs: glyphs)
  }

  private func drawTitle(
    into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet
  ) {
    // The title goes before the badge where there is not room for both.
    let room = area.columns - 4
    let mark = isFocused ? "\(glyphs.pointer) " : ""
    let wanted = title.isEmpty ? "" : " \(mark)\(title) "
    let shownTitle = glyphs.truncate(wanted, to: room)
    let left = TextWidth.columns(of: shownTitle)
    buffer.write(
      shownTitle, column: area.column + 2, row: area.row,
      style: theme[isFocused ? .paneTitleFocused : .paneTitle], clip: area)
    guard let shownBadge = badge(in: room - left - 1) else { return }
    let right = TextWidth.columns(of: shownBadge)
    buffer.write(
      shownBadge, column: area.endColumn - 2 - right, row: area.row, style: theme[.paneTitle],
      clip: area)
  }

  /// The badge with as many of its parts as there is room for, the first ones first.
  private func badge(in columns: Int) -> String? {
    var parts = badge.split(separator: Self.badgeSeparator)
    while !parts.isEmpty {
      let text = " " + parts.joined(separator: Self.badgeSeparator) + " "
      if TextWidth.columns(of: text) <= columns { return text }
      parts.removeLast()
    }
    return nil
  }

  /// What stands between the parts of a badge.
  static let badgeSeparator = " · "
}
