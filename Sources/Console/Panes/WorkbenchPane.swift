import SessionEngine
import TerminalCore

/// The open exercise: its page, the participant's files and shells, as tabs.
struct WorkbenchPane {
  let state: ConsoleState

  func draw(into buffer: inout CellBuffer, area: Rect) -> Point? {
    guard let bench = state.workbench, let exercise = state.openExercise else {
      let inside = state.drawFrame(.workbench, title: "Exercise", into: &buffer, area: area)
      TextBlock(
        "\(state.workshop.title)\n\nChoose an exercise in the outline and press Enter: "
          + "its page and your files open here.\n\nYour files are kept in \(state.workspaceName).",
        role: .textMuted
      ).draw(
        into: &buffer, area: inside.inset(columns: 1, rows: 1), theme: state.theme,
        glyphs: state.glyphs)
      return nil
    }
    let inside = state.drawFrame(
      .workbench, title: "\(exercise.id) · \(exercise.title)", into: &buffer, area: area)
    let (tabLine, content) = inside.splitTop(1)
    TabBar(state: state, bench: bench).draw(into: &buffer, area: tabLine)
    switch bench.tab {
    case .page:
      drawPage(bench, into: &buffer, area: content)
      return nil
    case .file(let path): return drawFile(path, bench, into: &buffer, area: content)
    case .shell(let id): return drawShell(id, into: &buffer, area: content)
    case .picture(let path):
      PictureView(state: state, path: path, picture: bench.pictureStates[path]).draw(
        into: &buffer, area: content)
      return nil
    }
  }

  private func drawPage(_ bench: Workbench, into buffer: inout CellBuffer, area: Rect) {
    let parts = PageParts(content: area, goalCount: state.goalRows(of: bench.exercise).count)
    GoalsPanel(state: state, exercise: bench.exercise, parts: parts).draw(into: &buffer)
    let text = parts.page.inset(columns: 1)
    let (lines, bar) = text.splitRight(1)
    switch bench.page {
    case .loading: drawText("Reading the page…", .textMuted, into: &buffer, area: text)
    case .missing(let why): drawText(why, .warning, into: &buffer, area: text)
    case .loaded:
      let page = state.pageLines(columns: lines.columns - 1)
      StyledLines(page, offset: bench.pageScroll).draw(
        into: &buffer, area: lines, theme: state.theme, glyphs: state.glyphs)
      if page.count > lines.rows {
        ScrollBar(count: page.count, offset: bench.pageScroll).draw(
          into: &buffer, area: bar, theme: state.theme, glyphs: state.glyphs)
      }
    }
  }

  private func drawFile(
    _ path: String, _ bench: Workbench, into buffer: inout CellBuffer, area: Rect
  ) -> Point? {
    switch bench.fileStates[path] {
    case .opened(let editor):
      return editor.draw(
        into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs,
        focused: state.focus == .workbench)
    case .failed(let diagnosis):
      drawText(
        "\(diagnosis.says)\n\(diagnosis.remedy)", .bad, into: &buffer,
        area: area.inset(columns: 1))
    case .opening, nil:
      drawText("Opening \(path)…", .textMuted, into: &buffer, area: area.inset(columns: 1))
    }
    return nil
  }

  private func drawShell(_ id: RunID, into buffer: inout CellBuffer, area: Rect) -> Point? {
    guard let run = state.runs[id], let screen = run.screen else {
      drawText("Starting a shell…", .textMuted, into: &buffer, area: area.inset(columns: 1))
      return nil
    }
    let cursor = TerminalView(
      screen: screen, follows: run.scrollOffset == 0, match: state.match(in: id),
      selection: state.selection(in: id)
    ).draw(into: &buffer, area: area, theme: state.theme)
    let edge = RunEdgeLine(state: state, run: run).draw(
      into: &buffer,
      area: Rect(column: area.column, row: area.endRow, columns: area.columns, rows: 1))
    return edge ?? (state.typingInto == id ? cursor : nil)
  }

  private func drawText(
    _ text: String, _ role: ThemeRole, into buffer: inout CellBuffer, area: Rect
  ) {
    TextBlock(text, role: role).draw(
      into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
  }
}
