import SessionEngine
import TerminalCore

extension DialogView {
  private static let formColumns = 76

  /// A line for each field, with words about the one in front.
  func drawForm(_ form: FormState, into buffer: inout CellBuffer) -> Drawn {
    let labelColumns = (form.fields.map { TextWidth.columns(of: $0.label) }.max() ?? 0) + 2
    let choices = KeyHint.lines(
      of: hints(of: form), columns: min(Self.formColumns, state.size.columns) - 4)
    let words = words(of: form)
    let room = max(1, min(Self.formColumns, state.size.columns) - 4)
    let wordLines = words.flatMap { text, role in
      TextWrapping.lines(of: text, columns: room).map { StyledLine($0, role) }
    }
    let inside = box(
      form.title, columns: Self.formColumns,
      rows: form.fields.count + wordLines.count + choices.count + 4, into: &buffer)
    let (upper, foot) = inside.splitBottom(choices.count)
    let (list, text) = upper.splitTop(
      max(1, min(form.fields.count, upper.rows - min(wordLines.count, 2))))
    var drawn = Drawn()
    let first = ListView.offset(
      showing: form.selected, from: 0, count: form.fields.count, rows: list.rows)
    for (row, index) in (first..<min(form.fields.count, first + list.rows)).enumerated() {
      let line = Rect(column: list.column, row: list.row + row, columns: list.columns, rows: 1)
      let cursor = draw(
        form.fields[index], isInFront: index == form.selected, labelColumns, into: &buffer, line)
      if index == form.selected { drawn.cursor = cursor }
    }
    drawn.spots = rowSpots(list, selected: form.selected, count: form.fields.count)
    let below = text.splitTop(text.rows > wordLines.count ? 1 : 0).rest
    for (row, line) in wordLines.prefix(below.rows).enumerated() {
      line.write(
        into: &buffer, column: below.column, row: below.row + row, clip: below,
        theme: state.theme, background: state.theme[.dialog].background)
    }
    drawn.spots += drawChoices(choices, into: &buffer, area: foot)
    return drawn
  }

  /// Returns where the cursor stands in a text; nil for a choice.
  private func draw(
    _ field: FormState.Field, isInFront: Bool, _ labelColumns: Int,
    into buffer: inout CellBuffer, _ line: Rect
  ) -> Point? {
    let ground = state.theme[.dialog].background
    let (mark, rest) = line.splitLeft(2)
    let (label, value) = rest.splitLeft(labelColumns)
    StyledLine(isInFront ? String(state.glyphs.pointer) : "", .textAccent).write(
      into: &buffer, column: mark.column, row: mark.row, clip: mark, theme: state.theme,
      background: ground)
    StyledLine(field.label, isInFront ? .textStrong : .text).write(
      into: &buffer, column: label.column, row: label.row, clip: label, theme: state.theme,
      background: ground)
    guard case .text = field.kind else {
      let text =
        isInFront ? "\(state.glyphs.cutLeft) \(field.text) \(state.glyphs.cutRight)" : field.text
      StyledLine(text, field.kind == .toggle && field.isOn ? .warning : .text).write(
        into: &buffer, column: value.column, row: value.row, clip: value, theme: state.theme,
        background: ground)
      return nil
    }
    buffer.fill(value, with: Cell(" ", style: state.theme[isInFront ? .selection : .dialog]))
    // The cursor stays in view: what is before it moves out at the left.
    let before = TextWidth.columns(of: String(field.text.prefix(field.input.cursor)))
    let shift = max(0, before - value.columns + 1)
    buffer.write(
      field.text, column: value.column - shift, row: value.row,
      style: state.theme[isInFront ? .selection : .dialog], clip: value)
    return Point(column: value.column + before - shift, row: value.row)
  }

  private func words(of form: FormState) -> [(String, ThemeRole)] {
    var words: [(String, ThemeRole)] = []
    if let fault = form.fault { words.append((fault, .bad)) }
    if case .runOptions = form.purpose,
      form.fields.contains(where: { $0.kind == .toggle && $0.isOn })
    {
      words.append(
        (
          "Warning: pixi then believes in a driver that may not be there; what needs the real one "
            + "fails when it runs.", .warning
        ))
    }
    let hint = form.fields[form.selected].hint
    if !hint.isEmpty { words.append((hint, .textMuted)) }
    if case .task(_, _, let task) = form.purpose, let command = task.command {
      words.append(("$ \(command)", .textMuted))
    }
    return words
  }

  private func hints(of form: FormState) -> [KeyHint] {
    let verb =
      switch form.purpose {
      case .rename, .timeout: "set"
      case .runOptions: "show the commands"
      case .task: "run"
      }
    let move = form.fields.count > 1 ? [KeyHint(state.glyphs.keyName("↑↓"), "field")] : []
    return [KeyHint("Enter", verb)] + move + [KeyHint("Esc", "cancel")]
  }
}
