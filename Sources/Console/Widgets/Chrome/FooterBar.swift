import TerminalCore

/// One line of keys; what does not fit is dropped from the right, and "? more" stands in its place.
public struct FooterBar: Widget, Equatable {
  public var hints: [KeyHint]
  /// What replaces the hints that do not fit.
  public var more: KeyHint

  public init(_ hints: [KeyHint], more: KeyHint = KeyHint("?", "more")) {
    self.hints = hints
    self.more = more
  }

  /// The hints that are shown in so many columns.
  public func shown(in columns: Int) -> [KeyHint] {
    if Self.columns(of: hints) <= columns { return hints }
    var kept = hints.filter { $0.key != more.key }
    while !kept.isEmpty, Self.columns(of: kept + [more]) > columns { kept.removeLast() }
    return kept + [more]
  }

  public func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet) {
    let bar = theme[.footerBar]
    buffer.fill(
      area.splitTop(1).top, with: Cell(" ", style: bar))
    var column = area.column + 1
    for hint in shown(in: area.columns) {
      column = buffer.write(
        hint.key, column: column, row: area.row, style: theme[.footerKey], clip: area)
      column = buffer.write(
        " \(hint.label)  ", column: column, row: area.row, style: bar, clip: area)
    }
  }

  /// The hint under a column of the bar.
  func hint(at column: Int, columns: Int) -> KeyHint? {
    var start = 1
    for hint in shown(in: columns) {
      let end = start + TextWidth.columns(of: hint.key) + 1 + TextWidth.columns(of: hint.label)
      if (start..<end).contains(column) { return hint }
      start = end + 2
    }
    return nil
  }

  private static func columns(of hints: [KeyHint]) -> Int {
    hints.reduce(0) {
      $0 + TextWidth.columns(of: $1.key) + TextWidth.columns(of: $1.label) + 3
    }
  }
}
