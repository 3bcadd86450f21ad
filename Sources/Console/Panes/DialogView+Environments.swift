import SessionEngine
import TerminalCore

extension DialogView {
  func drawEnvironments(
    _ selected: Int, _ marked: [String], into buffer: inout CellBuffer
  ) -> Drawn {
    guard let open = state.openExercise else { return Drawn() }
    let inFront = open.environments.indices.contains(selected) ? open.environments[selected] : nil
    var shared: [String] = []
    for note in (state.provider?.notes ?? []) + state.currentStatuses.compactMap(\.note)
    where !shared.contains(note) {
      shared.append(note)
    }
    let trouble = state.currentStatuses.first { $0.name == inFront?.name }
      .flatMap(EnvironmentWords.trouble)
      .flatMap { words in shared.contains { words.hasSuffix($0) } ? nil : words }
    let notes = [trouble].compactMap(\.self) + shared
    let choices = KeyHint.lines(
      of: [
        KeyHint("Enter", "use"), KeyHint("i", "install"), KeyHint("s", "shell"),
        KeyHint("I", "inside"), KeyHint("Space", "mark"), KeyHint("d", "run side by side"),
        KeyHint("Esc", "close"),
      ], columns: min(84, state.size.columns) - 4)
    let text = ([state.providerWords] + notes).joined(separator: "\n")
    let lines = TextWrapping.lines(of: text, columns: min(84, state.size.columns) - 4).count
    let inside = box(
      "Environments of \(open.id)", columns: 84,
      rows: open.environments.count + lines + 4 + choices.count,
      into: &buffer)
    let (upper, foot) = inside.splitBottom(choices.count)
    // The state is what people look for: the title gives way to it.
    let titleColumns = min(28, max(10, upper.columns - 34))
    var row = upper.row
    var spots: [HotSpot] = []
    for (index, environment) in open.environments.enumerated() {
      let status = state.currentStatuses.first { $0.name == environment.name }
      let order = marked.firstIndex(of: environment.name).map { "\($0 + 1)" } ?? " "
      let mark = (environment.name == state.currentEnvironment ? "●" : " ") + order + " "
      let words = StyledLine([
        StyledSpan(
          "\(index == selected ? String(state.glyphs.pointer) : " ") \(mark)", .textAccent),
        StyledSpan(pad(environment.name, to: 14), index == selected ? .textStrong : .text),
        StyledSpan(
          pad(
            state.glyphs.truncate(environment.title, to: titleColumns - 1), to: titleColumns),
          .text),
        StyledSpan(EnvironmentWords.state(status), EnvironmentWords.role(status)),
      ])
      words.truncated(to: upper.columns, glyphs: state.glyphs).write(
        into: &buffer, column: upper.column, row: row, clip: upper, theme: state.theme,
        background: state.theme[.dialog].background)
      let line = Rect(column: upper.column, row: row, columns: upper.columns, rows: 1)
      spots.append(HotSpot(area: line, meaning: .row(index)))
      row += 1
    }
    TextBlock(text, role: .dialog).draw(
      into: &buffer,
      area: Rect(
        column: upper.column, row: row + 1, columns: upper.columns,
        rows: upper.endRow - row - 1), theme: state.theme, glyphs: state.glyphs)
    return Drawn(spots: spots + drawChoices(choices, into: &buffer, area: foot))
  }
}
