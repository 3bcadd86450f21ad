import TerminalCore

/// A box in the middle that asks something, with its choices in the last line.
public struct Dialog: Widget, Equatable {
  public var title: String
  public var text: String
  public var choices: [KeyHint]
  /// Lines of the text scrolled out above the box.
  public var offset: Int

  public init(title: String, text: String, choices: [KeyHint], offset: Int = 0) {
    self.title = title
    self.text = text
    self.choices = choices
    self.offset = offset
  }

  /// Where the box lies in an area: wide enough for its text, at most 72 columns.
  public func box(in area: Rect) -> Rect {
    let inner = min(max(choiceColumns, widestLine, TextWidth.columns(of: title) + 4, 24), 68)
    let columns = min(inner + 4, area.columns)
    let lines = TextWrapping.lines(of: text, columns: columns - 4).count
    let choiceRows = KeyHint.lines(of: choices, columns: columns - 4).count
    let rows = min(lines + choiceRows + (choices.isEmpty ? 2 : 3), area.rows)
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
    let (choiceLines, choiceArea) = choicePlaces(in: area)
    TextBlock(text, role: .dialog, offset: offset).draw(
      into: &buffer, area: body(in: area), theme: theme, glyphs: glyphs)
    Self.draw(choiceLines, into: &buffer, area: choiceArea, theme: theme)
  }

  /// Where the choices can be clicked.
  func spots(in area: Rect) -> [HotSpot] {
    let (lines, place) = choicePlaces(in: area)
    return KeyHint.spots(of: lines, in: place)
  }

  private func choicePlaces(in area: Rect) -> (lines: [[KeyHint]], area: Rect) {
    let inside = Frame.interior(of: box(in: area)).inset(columns: 1)
    let lines = KeyHint.lines(of: choices, columns: inside.columns)
    return (lines, inside.splitBottom(lines.count).bottom)
  }

  /// How far the text can be scrolled in an area; 0 where all of it is shown.
  public func mostOffset(in area: Rect) -> Int {
    let body = body(in: area)
    return max(0, TextWrapping.lines(of: text, columns: body.columns).count - body.rows)
  }

  /// Where the text stands; a row is left free above the choices.
  private func body(in area: Rect) -> Rect {
    let inside = Frame.interior(of: box(in: area)).inset(columns: 1)
    let choiceRows = KeyHint.lines(of: choices, columns: inside.columns).count
    let textArea = inside.splitBottom(choiceRows).rest
    return textArea.splitBottom(choices.isEmpty || textArea.rows < 3 ? 0 : 1).rest
  }

  /// Draws lines of choices on a dialog's ground.
  static func draw(
    _ lines: [[KeyHint]], into buffer: inout CellBuffer, area: Rect, theme: Theme
  ) {
    for (index, hints) in lines.enumerated() {
      let spans = hints.flatMap { hint in
        [StyledSpan(hint.key, .footerKey), StyledSpan(" \(hint.label)   ", .dialog)]
      }
      StyledLine(spans).write(
        into: &buffer, column: area.column, row: area.row + index, clip: area, theme: theme,
        background: theme[.dialog].background)
    }
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
