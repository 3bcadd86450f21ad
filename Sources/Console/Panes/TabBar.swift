import SessionEngine
import TerminalCore

/// The workbench's tabs in one line; the tab in front is always in view.
struct TabBar {
  let state: ConsoleState
  let bench: Workbench

  /// Where each tab stands, counted from the bar's first column.
  func places(columns: Int) -> [(tab: WorkbenchTab, columns: Range<Int>)] {
    var places: [(tab: WorkbenchTab, columns: Range<Int>)] = []
    var column = 0
    for tab in bench.tabs {
      let width = TextWidth.columns(of: label(tab)) + 2
      places.append((tab, column..<column + width))
      column += width
    }
    let end = places.first { $0.tab == bench.tab }?.columns.upperBound ?? 0
    let shift = max(0, end - columns)
    return places.map { ($0.tab, $0.columns.lowerBound - shift..<$0.columns.upperBound - shift) }
  }

  func draw(into buffer: inout CellBuffer, area: Rect) {
    for (tab, columns) in places(columns: area.columns) {
      let style = state.theme[tab == bench.tab ? .selectionText : .textMuted]
      buffer.write(
        " \(label(tab)) ", column: area.column + columns.lowerBound, row: area.row, style: style,
        clip: area)
    }
    drawCuts(into: &buffer, area: area)
  }

  /// Marks at the edges where tabs lie beyond them.
  private func drawCuts(into buffer: inout CellBuffer, area: Rect) {
    let places = places(columns: area.columns)
    let style = state.theme[.textMuted]
    if let first = places.first, first.columns.lowerBound < 0 {
      buffer.write(
        String(state.glyphs.cutLeft), column: area.column, row: area.row, style: style, clip: area)
    }
    if let last = places.last, last.columns.upperBound - 1 > area.columns {
      buffer.write(
        String(state.glyphs.cutRight), column: area.endColumn - 1, row: area.row, style: style,
        clip: area)
    }
  }

  private func label(_ tab: WorkbenchTab) -> String {
    switch tab {
    case .page: "page" + (state.goalCount(of: bench.exercise).map { " \($0)" } ?? "")
    case .picture(let path): path
    case .file(let path): path + (bench.modifiedFiles.contains(path) ? " ●" : "")
    case .shell(let id):
      "shell" + (bench.numberOfShell(id).map { " \($0)" } ?? "")
        + (state.runs[id].map { $0.snapshot.isPlainShell ? "" : " " + $0.snapshot.environment }
          ?? "")
    }
  }
}
