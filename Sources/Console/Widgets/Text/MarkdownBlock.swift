import TerminalCore

/// The part of Markdown that exercise pages use: headings, lists, block quotes, code blocks, and
/// code, bold text and links within a line.
public struct MarkdownBlock: Sendable, Equatable {
  public var source: String

  public init(_ source: String) {
    self.source = source
  }

  /// A line that begins after a blank one with so many spaces is code, also within a list.
  private static let codeIndent = 4

  private struct Item {
    var marker: String
    var text: String
    var role: ThemeRole
    var markerRole: ThemeRole
  }

  /// The page as lines of at most so many columns; of code nothing is left out, and what goes on in
  /// the next line has a mark there.
  public func lines(columns: Int, glyphs: GlyphSet = .unicode) -> [StyledLine] {
    guard columns > 0 else { return [] }
    var lines: [StyledLine] = []
    var paragraph: Item?
    var fence: String?
    func flush() {
      if let item = paragraph { lines += Self.wrap(item, columns: columns) }
      paragraph = nil
    }
    for line in source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let body = line.drop { $0 == " " }
      if let open = fence {
        if body.hasPrefix(open) {
          fence = nil
        } else {
          lines += MarkdownCode(text: "  " + line).lines(columns: columns, glyphs: glyphs)
        }
      } else if body.hasPrefix("```") || body.hasPrefix("~~~") {
        flush()
        fence = String(body.prefix(3))
      } else if body.isEmpty {
        flush()
        if lines.last?.text.isEmpty == false { lines.append(StyledLine()) }
      } else if paragraph == nil, line.count - body.count >= Self.codeIndent {
        let code = MarkdownCode(text: String(line.dropFirst(Self.codeIndent - 2)))
        lines += code.lines(columns: columns, glyphs: glyphs)
      } else if let item = Self.item(of: line, glyphs: glyphs) {
        flush()
        paragraph = item
        if item.role == .syntaxHeading || item.role == .textStrong { flush() }
      } else if paragraph != nil {
        paragraph?.text += " " + body
      } else {
        // Text that goes on in a list's item, behind code perhaps, stands below that item's text.
        let indent = String(repeating: " ", count: line.count - body.count)
        paragraph = Item(marker: indent, text: String(body), role: .text, markerRole: .text)
      }
    }
    flush()
    return lines
  }

  /// A heading, a list's item or a quoted line, or nil for the text of a paragraph.
  private static func item(of line: String, glyphs: GlyphSet) -> Item? {
    let indent = String(line.prefix { $0 == " " }.prefix(8))
    let body = line.dropFirst(line.prefix { $0 == " " }.count)
    let level = body.prefix { $0 == "#" }.count
    if (1...6).contains(level), body.dropFirst(level).first == " " {
      let role: ThemeRole = level == 1 ? .syntaxHeading : .textStrong
      return Item(
        marker: "", text: String(body.dropFirst(level + 1)), role: role, markerRole: role)
    }
    if ["- ", "* ", "+ "].contains(where: body.hasPrefix) {
      return Item(
        marker: "\(indent)\(glyphs.bullet) ", text: String(body.dropFirst(2)), role: .text,
        markerRole: .textAccent)
    }
    let number = body.prefix { $0.isASCII && $0.isNumber }
    if !number.isEmpty, body.dropFirst(number.count).hasPrefix(". ") {
      return Item(
        marker: "\(indent)\(number). ", text: String(body.dropFirst(number.count + 2)),
        role: .text, markerRole: .textAccent)
    }
    if body.hasPrefix(">") {
      return Item(
        marker: "\(glyphs.quote) ", text: String(body.dropFirst().drop { $0 == " " }),
        role: .textMuted, markerRole: .textAccent)
    }
    return nil
  }

  private static func wrap(_ item: Item, columns: Int) -> [StyledLine] {
    let indent = TextWidth.columns(of: item.marker)
    let spans = MarkdownSpans.spans(of: item.text, role: item.role)
    let wrapped = SpanWrapping.lines(of: spans, columns: max(1, columns - indent))
    return wrapped.enumerated().map { index, line in
      guard indent > 0 else { return line }
      let repeated = item.role == .textMuted
      let lead =
        index == 0 || repeated ? item.marker : String(repeating: " ", count: indent)
      return StyledLine([StyledSpan(lead, item.markerRole)] + line.spans)
    }
  }
}
