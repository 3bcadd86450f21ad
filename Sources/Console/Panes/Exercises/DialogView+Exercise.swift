import SessionEngine
import TerminalCore

/// An exercise's goals, help and changes.
extension DialogView {
  private static let widest = 84

  func draw(_ dialog: ExerciseDialog, into buffer: inout CellBuffer) -> Drawn {
    switch dialog {
    case .goals(let selected): return drawGoals(selected, into: &buffer)
    case .hints(let page, let scroll):
      return drawText(
        hintTitle(page), hintLines(page), scroll, hintChoices(page), into: &buffer)
    case .pitfalls(let selected, let scroll):
      return drawPitfalls(selected, scroll, into: &buffer)
    case .confirmDifference:
      return ask(
        "The solution's lines?",
        "This holds your files against the solution's, and shows its lines.\n"
          + "A hint may be enough.",
        [
          KeyHint("Enter", "show them"), KeyHint("h", "a hint instead"), KeyHint("Esc", "close"),
        ], into: &buffer)
    case .change(let question):
      let words = ChangeWords(state: state, columns: textColumns)
      return drawText(
        words.title(of: question), words.lines(of: question), question.scroll,
        words.choices(of: question), into: &buffer)
    case .changed(let action, let changes, let scroll):
      let words = ChangeWords(state: state, columns: textColumns)
      return drawText(
        words.title(of: action), words.lines(ofDone: changes), scroll, Self.closing,
        into: &buffer)
    }
  }

  private static let closing = [KeyHint("Enter", "close")]

  var textColumns: Int { max(1, min(Self.widest, state.size.columns) - 5) }

  /// Rows of a text that are shown in a box of lines and choices.
  private func visibleRows(_ lines: [StyledLine], _ choices: [KeyHint]) -> Int {
    let foot = KeyHint.lines(of: choices, columns: textColumns).count
    return max(1, min(lines.count, state.size.rows - foot - 3))
  }

  private func mostScroll(_ lines: [StyledLine], _ choices: [KeyHint]) -> Int {
    max(0, lines.count - visibleRows(lines, choices))
  }

  /// A box with lines that can be scrolled.
  func drawText(
    _ title: String, _ lines: [StyledLine], _ scroll: Int, _ choices: [KeyHint],
    into buffer: inout CellBuffer
  ) -> Drawn {
    let foot = KeyHint.lines(of: choices, columns: textColumns)
    let inside = box(
      title, columns: Self.widest, rows: visibleRows(lines, choices) + foot.count + 3,
      into: &buffer)
    let (upper, below) = inside.splitBottom(foot.count)
    let body = upper.splitBottom(upper.rows > 1 ? 1 : 0).rest
    let (text, bar) = body.splitRight(1)
    if lines.count > text.rows {
      ScrollBar(count: lines.count, offset: scroll).draw(
        into: &buffer, area: bar, theme: state.theme, glyphs: state.glyphs)
    }
    drawLines(lines, scroll, into: &buffer, area: text)
    return Drawn(spots: drawChoices(foot, into: &buffer, area: below))
  }

  /// Lines on a dialog's ground.
  func drawLines(
    _ lines: [StyledLine], _ scroll: Int = 0, into buffer: inout CellBuffer, area: Rect
  ) {
    StyledLines(
      lines.map { $0.truncated(to: area.columns, glyphs: state.glyphs) }, offset: scroll
    ).draw(into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
    let surface = state.theme[.dialog].background
    buffer.restyle(area) { $0.background = surface }
  }

  /// A list on the dialog's own background, but for the row that is selected.
  func drawList(_ list: ListView, into buffer: inout CellBuffer, area: Rect) {
    list.draw(into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
    let surface = state.theme[.dialog].background
    let chosen = state.theme[.selectionText].background
    buffer.restyle(area) { if $0.background != chosen { $0.background = surface } }
  }

  func mostHintScroll(_ page: Int) -> Int { mostScroll(hintLines(page), hintChoices(page)) }

  func mostChangeScroll(_ question: ChangeQuestion) -> Int {
    let words = ChangeWords(state: state, columns: textColumns)
    return mostScroll(words.lines(of: question), words.choices(of: question))
  }

  func mostChangedScroll(_ action: WorkspaceAction, _ changes: [WorkspaceChange]) -> Int {
    let words = ChangeWords(state: state, columns: textColumns)
    return mostScroll(words.lines(ofDone: changes), Self.closing)
  }
}
