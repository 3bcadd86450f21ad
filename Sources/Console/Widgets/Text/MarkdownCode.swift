import TerminalCore

/// A line of code on a page. It is to be typed as it stands, and so it is wrapped and never cut.
struct MarkdownCode {
  let text: String

  /// Rows of at most so many columns, broken after a space where there is one in the later half.
  func lines(columns: Int, glyphs: GlyphSet) -> [StyledLine] {
    let lead = "    \(glyphs.continuation) "
    var rest = Substring(text)
    var lines: [StyledLine] = []
    while true {
      let before = lines.isEmpty || columns < 2 * lead.count ? "" : lead
      let part = Self.part(of: rest, columns: max(1, columns - before.count))
      let spans = [StyledSpan(before, .textMuted), StyledSpan(String(part), .syntaxString)]
      lines.append(StyledLine(before.isEmpty ? [spans[1]] : spans))
      rest = rest[part.endIndex...]
      if rest.isEmpty { return lines }
    }
  }

  private static func part(of text: Substring, columns: Int) -> Substring {
    var (used, end) = (0, text.startIndex)
    var space: Substring.Index?
    while end < text.endIndex {
      let width = TextWidth.columns(of: text[end...end])
      // One character at least, so that this ends in any width.
      guard used + width <= columns || end == text.startIndex else {
        return text[..<(space ?? end)]
      }
      used += width
      let isSpace = text[end] == " "
      end = text.index(after: end)
      if isSpace, 2 * used > columns { space = end }
    }
    return text
  }
}
