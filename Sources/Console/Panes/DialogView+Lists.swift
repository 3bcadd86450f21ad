import SessionEngine
import TerminalCore

/// The lists one chooses from.
extension DialogView {
  func drawHelp(_ scroll: Int, into buffer: inout CellBuffer) -> Drawn {
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
    let hints = [[KeyHint(state.glyphs.keyName("↑↓"), "scroll"), KeyHint("Esc", "close")]]
    return Drawn(spots: drawChoices(hints, into: &buffer, area: foot))
  }

  func drawPalette(
    _ palette: PaletteState, into buffer: inout CellBuffer
  ) -> Drawn {
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
    drawList(
      ListView(
        rows, selected: rows.isEmpty ? nil : palette.selected, emptyText: "No such command."),
      into: &buffer, area: list)
    return Drawn(
      cursor: Point(column: end, row: line.row),
      spots: rowSpots(list, selected: palette.selected, count: rows.count))
  }

  func drawFiles(_ selected: Int, into buffer: inout CellBuffer) -> Drawn {
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
      case .picture(let path): StyledLine("\(path)  picture")
      case .shell(let id):
        StyledLine(
          "shell" + (state.workbench?.numberOfShell(id).map { " \($0)" } ?? "")
            + (state.runs[id]?.snapshot.isPlainShell == true
              ? " without an environment"
              : " in \(state.runs[id]?.snapshot.environment ?? "?")"))
      }
    }
    drawList(ListView(rows, selected: selected), into: &buffer, area: list)
    let hints = [[KeyHint("Enter", "open"), KeyHint("Esc", "close")]]
    return Drawn(
      spots: rowSpots(list, selected: selected, count: rows.count)
        + drawChoices(hints, into: &buffer, area: foot))
  }
}
