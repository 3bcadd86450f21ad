import TerminalCore

extension StyledLine {
  /// The longest beginning that fits, with an ellipsis where something was cut.
  func truncated(to columns: Int, glyphs: GlyphSet) -> StyledLine {
    guard TextWidth.columns(of: text) > columns else { return self }
    var kept: [StyledSpan] = []
    var room = columns
    for (index, span) in spans.enumerated() {
      let width = TextWidth.columns(of: span.text)
      let rest = spans[(index + 1)...].contains { !$0.text.isEmpty }
      if width < room || (width == room && !rest) {
        kept.append(span)
        room -= width
      } else {
        // One more character than fits makes the cut show even where this span ends just there.
        let cut = glyphs.truncate(span.text + " ", to: room)
        return StyledLine(kept + [StyledSpan(cut, span.role)])
      }
    }
    return StyledLine(kept)
  }

  /// As many lines as there are rows; the last ends in an ellipsis where lines are left out.
  static func fitting(
    _ lines: [StyledLine], rows: Int, columns: Int, glyphs: GlyphSet
  ) -> [StyledLine] {
    guard rows > 0, lines.count > rows else { return Array(lines.prefix(max(0, rows))) }
    var kept = Array(lines.prefix(rows))
    let role = kept[rows - 1].spans.last?.role ?? .text
    let room = String(repeating: " ", count: columns + 1)
    let text = TextWidth.truncate(kept[rows - 1].text + room, to: columns, ellipsis: " ")
    let words = String(text.reversed().drop { $0 == " " }.reversed())
    kept[rows - 1] = StyledLine(glyphs.truncate(words + " \(glyphs.ellipsis)", to: columns), role)
    return kept
  }
}
