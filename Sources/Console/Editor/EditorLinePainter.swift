import TerminalCore
import TextEditing

/// Draws one line of the text: colours, matches, selection, tabs and stand-ins.
struct EditorLinePainter {
  private let text: String
  private let line: Int
  private let leftColumn: Int
  private let spans: [SyntaxSpan]
  private let matches: [Range<Int>]
  private let selected: Range<Int>
  private let base: Style
  private let theme: Theme
  private let glyphs: GlyphSet

  init(pane: EditorPane, line: Int, theme: Theme, glyphs: GlyphSet, focused: Bool) {
    self.glyphs = glyphs
    self.line = line
    self.theme = theme
    text = pane.editor.document.text(ofLine: line)
    leftColumn = pane.leftColumn
    spans = pane.editor.highlights(ofLine: line)
    matches = pane.editor.search?.matches(in: text) ?? []
    selected = Self.selectedColumns(pane.editor.selection, line: line, text: text)
    let isCurrent = focused && line == pane.editor.cursor.line && pane.editor.selection.isEmpty
    base = theme[isCurrent ? .currentLine : .text]
  }

  /// The selected characters of a line; one more than it has where its ending is selected too.
  private static func selectedColumns(_ selection: Selection, line: Int, text: String)
    -> Range<Int>
  {
    guard !selection.isEmpty, line >= selection.start.line, line <= selection.end.line else {
      return 0..<0
    }
    let start = line == selection.start.line ? selection.start.column : 0
    let end = line == selection.end.line ? selection.end.column : text.count + 1
    return start..<max(start, end)
  }

  func paint(into buffer: inout CellBuffer, _ row: Rect) {
    buffer.fill(row, with: Cell(" ", style: base))
    let window = Rect(column: row.column, row: row.row, columns: max(1, row.columns - 1), rows: 1)
    let ruler = EditorPane.ruler
    var column = 0
    var byte = 0
    var index = 0
    var span = spans[...]
    var isCut = false
    for character in text {
      if column >= leftColumn + window.columns {
        isCut = true
        break
      }
      while let first = span.first, first.bytes.upperBound <= byte { span.removeFirst() }
      let role = span.first.flatMap { $0.bytes.contains(byte) ? $0.role : nil } ?? .plain
      let columns = ruler.columns(of: character, at: column)
      if column + columns > leftColumn {
        let picture = character == "\t" ? nil : CharacterPicture(character)
        let style = style(role: role, index: index, isStandIn: picture?.isStandIn ?? false)
        buffer.write(
          picture?.text ?? String(repeating: " ", count: columns),
          column: window.column + column - leftColumn, row: row.row, style: style, clip: window)
      }
      column += columns
      byte += character.utf8.count
      index += 1
    }
    if column > leftColumn + window.columns { isCut = true }
    if !isCut, selected.contains(index), column >= leftColumn {
      let style = style(role: .plain, index: index, isStandIn: false)
      buffer.write(" ", column: window.column + column - leftColumn, row: row.row, style: style)
    }
    let mark = base.merging(theme[.textMuted])
    if isCut {
      buffer.write(
        String(glyphs.cutRight), column: window.endColumn, row: row.row, style: mark, clip: row)
    }
    if leftColumn > 0, !text.isEmpty {
      buffer.write(
        String(glyphs.cutLeft), column: row.column, row: row.row, style: mark, clip: row)
    }
  }

  private func style(role: SyntaxRole, index: Int, isStandIn: Bool) -> Style {
    var style = isStandIn ? base.merging(theme[.textMuted]) : base
    if !isStandIn, let themeRole = role.themeRole { style = style.merging(theme[themeRole]) }
    if matches.contains(where: { $0.contains(index) }) { style = theme[.searchMatch] }
    if selected.contains(index) { style = theme[.selection] }
    return style
  }
}

extension Style {
  /// The other style's foreground and attributes on this one's background.
  fileprivate func merging(_ other: Style) -> Style {
    Style(
      foreground: other.foreground, background: background,
      attributes: attributes.union(other.attributes))
  }
}
