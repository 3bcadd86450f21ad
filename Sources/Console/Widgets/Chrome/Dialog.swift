import TerminalCore

/// A box in the middle that asks something, with its choices in the last line.
///
/// Text that is longer than the area can be scrolled, and the choices then say so.
public struct Dialog: Widget, Equatable {
  public var title: String
  public var text: String
  public var choices: [KeyHint]
  /// Lines scrolled out above the box.
  public var offset: Int

  public init(title: String, text: String, choices: [KeyHint], offset: Int = 0) {
    self.title = title
    self.text = text
    self.choices = choices
    self.offset = offset
  }

  /// The offset that shows the text's last line; 0 when everything fits.
  public func mostOffset(in area: Rect) -> Int {
    let box = box(in: area)
    return max(0, lines(in: box).count - max(0, box.rows - (choices.isEmpty ? 2 : 4)))
  }

  /// Where the box lies in an area: wide enough for its text, at most 72 columns.
  public func box(in area: Rect) -> Rect {
    let inner = min(max(choiceColumns, widestLine, TextWidth.columns(of: title) + 4, 24), 68)
    let columns = min(inner + 4, area.columns)
    let lines = TextWrapping.lines(of: text, columns: columns - 4)
    let rows = min(lines.count + (choices.isEmpty ? 2 : 4), area.rows)
    return Rect(
      column: area.column + (area.columns - columns) / 2,
      row: area.row + (area.rows - rows) / 2, columns: columns, rows: rows)
  }

  public func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet) {
    let box = box(in: area)
    let surface = theme[.dialog]
    buffer.fill(box, with: Cell(" ", style: surface))
    Frame(title: title, isFocused: true).draw(
      into: &buffer, area: box, theme: theme, glyphs: glyphs)
    let border = theme[.dialogBorder]
    for edge in [box.splitTop(1).top, box.splitBottom(1).bottom] {
      buffer.restyle(edge) { $0 = border }
    }
    for edge in [box.splitLeft(1).left, box.splitRight(1).right] {
      buffer.restyle(edge) { $0 = border }
    }
    // An empty row stands between the text and the choices.
    let (inside, choiceLine) = Frame.interior(of: box).inset(columns: 1)
      .splitBottom(choices.isEmpty ? 0 : 1)
    let textArea = choices.isEmpty ? inside : inside.splitBottom(1).rest
    let most = mostOffset(in: area)
    let shown = lines(in: box).dropFirst(min(max(0, offset), most)).prefix(textArea.rows)
    for (index, line) in shown.enumerated() {
      buffer.write(
        line, column: textArea.column, row: textArea.row + index, style: surface, clip: textArea)
    }
    let hints = most > 0 ? choices + [KeyHint("↑↓", "scroll")] : choices
    var column = choiceLine.column
    for choice in hints where !choiceLine.isEmpty {
      column = buffer.write(
        choice.key, column: column, row: choiceLine.row,
        style: theme[.footerKey].on(surface.background), clip: choiceLine)
      column = buffer.write(
        " \(choice.label)   ", column: column, row: choiceLine.row, style: surface,
        clip: choiceLine)
    }
  }

  private func lines(in box: Rect) -> [String] {
    TextWrapping.lines(of: text, columns: box.columns - 4)
  }

  private var choiceColumns: Int {
    choices.reduce(-3) {
      $0 + TextWidth.columns(of: $1.key) + TextWidth.columns(of: $1.label) + 4
    }
  }

  private var widestLine: Int {
    text.split(separator: "\n").map { TextWidth.columns(of: $0) }.max() ?? 0
  }
}
