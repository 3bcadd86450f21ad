import SessionEngine
import TerminalCore

/// What lies above the panes.
struct DialogView {
  let state: ConsoleState
  let dialog: DialogState

  /// Returns where the cursor stands.
  func draw(into buffer: inout CellBuffer) -> Point? {
    switch dialog {
    case .help(let scroll): drawHelp(scroll, into: &buffer)
    case .palette(let palette): return drawPalette(palette, into: &buffer)
    case .environments(let selected): drawEnvironments(selected, into: &buffer)
    case .confirmBatch(let preview):
      state.dialog(for: preview).draw(
        into: &buffer, area: buffer.bounds, theme: state.theme, glyphs: state.glyphs)
    case .confirmQuit: drawQuit(into: &buffer)
    case .files(let selected): drawFiles(selected, into: &buffer)
    case .changedOnDisk(let path):
      ask(
        "\(path) has changed on disk",
        "Another program wrote this file after it was opened here.\n"
          + "Your text is kept whichever way you choose.",
        [
          KeyHint("o", "overwrite it"), KeyHint("r", "open it, mine to undo"),
          KeyHint("Esc", "decide later"),
        ], into: &buffer)
    }
    return nil
  }

  private func ask(
    _ title: String, _ text: String, _ choices: [KeyHint], into buffer: inout CellBuffer
  ) {
    Dialog(title: title, text: text, choices: choices).draw(
      into: &buffer, area: buffer.bounds, theme: state.theme, glyphs: state.glyphs)
  }

  /// A box of the wanted size in the middle, and its inside.
  private func box(
    _ title: String, columns: Int, rows: Int, into buffer: inout CellBuffer
  ) -> Rect {
    let bounds = buffer.bounds
    let width = min(columns, bounds.columns)
    let height = min(rows, bounds.rows)
    let area = Rect(
      column: (bounds.columns - width) / 2, row: (bounds.rows - height) / 2, columns: width,
      rows: height)
    buffer.fill(area, with: Cell(" ", style: state.theme[.dialog]))
    Frame(title: title, isFocused: true).draw(
      into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
    return Frame.interior(of: area).inset(columns: 1)
  }

  private func drawHelp(_ scroll: Int, into buffer: inout CellBuffer) {
    let lines = state.helpLines
    let inside = box(
      "Help: \(state.keyScope.title)", columns: 84,
      rows: min(lines.count + 3, buffer.size.rows - 2),
      into: &buffer)
    let (body, foot) = inside.splitBottom(1)
    let (text, bar) = body.splitRight(1)
    if lines.count > text.rows {
      ScrollBar(count: lines.count, offset: scroll).draw(
        into: &buffer, area: bar, theme: state.theme, glyphs: state.glyphs)
    }
    StyledLines(lines, offset: scroll).draw(
      into: &buffer, area: text, theme: state.theme, glyphs: state.glyphs)
    let surface = state.theme[.dialog].background
    buffer.restyle(text) { $0.background = surface }
    StyledLine([
      StyledSpan(state.glyphs.keyName("↑↓"), .footerKey), StyledSpan(" scroll   "),
      StyledSpan("Esc", .footerKey),
      StyledSpan(" close"),
    ]).write(
      into: &buffer, column: foot.column, row: foot.row, clip: foot, theme: state.theme,
      background: state.theme[.dialog].background)
  }

  private func drawPalette(
    _ palette: PaletteState, into buffer: inout CellBuffer
  ) -> Point? {
    let inside = box("Commands", columns: 72, rows: 20, into: &buffer)
    let (line, list) = inside.splitTop(1)
    let end = buffer.write(
      "› \(palette.filter)", column: line.column, row: line.row, style: state.theme[.dialog],
      clip: line)
    let rows = state.paletteBindings(palette.filter).map { binding in
      let off = state.disabledReason(of: binding.command) != nil
      return StyledLine([
        StyledSpan(pad(binding.title, to: 16), off ? .disabled : .text),
        StyledSpan(pad(state.glyphs.keyName(binding.label), to: 11), .footerKey),
        StyledSpan(binding.detail, .textMuted),
      ])
    }
    ListView(rows, selected: rows.isEmpty ? nil : palette.selected, emptyText: "No such command.")
      .draw(into: &buffer, area: list, theme: state.theme, glyphs: state.glyphs)
    return Point(column: end, row: line.row)
  }

  private func drawEnvironments(_ selected: Int, into buffer: inout CellBuffer) {
    guard let open = state.openExercise else { return }
    let marked = open.environments.indices.contains(selected) ? open.environments[selected] : nil
    let shared = (state.provider?.notes ?? []) + state.currentStatuses.compactMap(\.note)
    let trouble = state.currentStatuses.first { $0.name == marked?.name }
      .flatMap(EnvironmentWords.trouble)
      .flatMap { words in shared.contains { words.hasSuffix($0) } ? nil : words }
    let notes = [trouble].compactMap(\.self) + shared
    let choices = KeyHint.lines(
      of: [
        KeyHint("Enter", "use for the next run"), KeyHint("i", "install"), KeyHint("s", "shell"),
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
    for (index, environment) in open.environments.enumerated() {
      let status = state.currentStatuses.first { $0.name == environment.name }
      let mark = environment.name == state.currentEnvironment ? "● " : "  "
      let line = StyledLine([
        StyledSpan(
          "\(index == selected ? String(state.glyphs.pointer) : " ") \(mark)", .textAccent),
        StyledSpan(pad(environment.name, to: 14), index == selected ? .textStrong : .text),
        StyledSpan(
          pad(
            state.glyphs.truncate(environment.title, to: titleColumns - 1), to: titleColumns),
          .text),
        StyledSpan(EnvironmentWords.state(status), EnvironmentWords.role(status)),
      ])
      line.truncated(to: upper.columns, glyphs: state.glyphs).write(
        into: &buffer, column: upper.column, row: row, clip: upper, theme: state.theme,
        background: state.theme[.dialog].background)
      row += 1
    }
    TextBlock(text, role: .dialog).draw(
      into: &buffer,
      area: Rect(
        column: upper.column, row: row + 1, columns: upper.columns,
        rows: upper.endRow - row - 1), theme: state.theme, glyphs: state.glyphs)
    Dialog.draw(choices, into: &buffer, area: foot, theme: state.theme)
  }

  private func drawQuit(into buffer: inout CellBuffer) {
    var text: [String] = []
    let runs = state.aliveRuns
    if !runs.isEmpty {
      text.append(
        "Still alive, and stopped on quitting: "
          + runs.map { name(of: $0.snapshot) }.joined(separator: ", ") + ".")
    }
    let files = state.modifiedFiles.map { "\($0.exercise)/\($0.path)" }
    var choices: [KeyHint] = []
    if files.isEmpty {
      choices = [KeyHint("Enter", "quit"), KeyHint("Esc", "stay")]
    } else {
      text.append("Not saved: \(files.joined(separator: ", ")).")
      text.append("Without saving, your text is kept aside and offered at the next start.")
      choices = [
        KeyHint("s", "save and quit"), KeyHint("y", "quit without saving"), KeyHint("Esc", "stay"),
      ]
    }
    ask("Quit Atelier?", text.joined(separator: "\n"), choices, into: &buffer)
  }

  private func name(of run: RunSnapshot) -> String {
    if case .install = run.purpose { return "the installation of \(run.environment)" }
    return run.title
  }

  private func drawFiles(_ selected: Int, into buffer: inout CellBuffer) {
    let tabs = state.workbench?.tabs ?? []
    let inside = box(
      "Files of \(state.exercise ?? "")", columns: 56, rows: min(tabs.count + 4, 20),
      into: &buffer)
    let (list, foot) = inside.splitBottom(1)
    let rows = tabs.map { tab -> StyledLine in
      switch tab {
      case .page: StyledLine("the exercise's page")
      case .file(let path):
        StyledLine(
          path + (state.workbench?.modifiedFiles.contains(path) == true ? "  not saved" : ""))
      case .shell(let id):
        StyledLine("shell in \(state.runs[id]?.snapshot.environment ?? "?")")
      }
    }
    ListView(rows, selected: selected).draw(
      into: &buffer, area: list, theme: state.theme, glyphs: state.glyphs)
    Dialog.draw(
      [[KeyHint("Enter", "open"), KeyHint("Esc", "close")]], into: &buffer, area: foot,
      theme: state.theme)
  }

  private func pad(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(1, columns - TextWidth.columns(of: text)))
  }
}
