import SessionEngine
import TerminalCore

/// One line about the panes that are not shown, with the numbers that bring them.
struct HiddenSummary {
  let state: ConsoleState
  let layout: ConsoleLayout

  func draw(into buffer: inout CellBuffer, area: Rect) {
    var spans: [StyledSpan] = []
    for pane in PaneID.allCases where layout.panes[pane] == nil {
      if !spans.isEmpty { spans.append(StyledSpan("  ", .textMuted)) }
      spans.append(StyledSpan("\(pane.number) ", .footerKey))
      spans.append(StyledSpan(words(for: pane), .textMuted))
    }
    StyledLine(spans).truncated(to: area.columns - 2, glyphs: state.glyphs).write(
      into: &buffer, column: area.column + 1, row: area.row, clip: area, theme: state.theme)
  }

  private func words(for pane: PaneID) -> String {
    switch pane {
    case .outline: "outline"
    case .workbench: state.exercise ?? "workbench"
    case .gpu: GPUWords.summary(of: state.gpu)
    case .firstRun, .secondRun: runWords(pane.lane ?? 0)
    }
  }

  private func runWords(_ pane: Int) -> String {
    guard let lane = state.runPanes[pane].lane else { return "no run" }
    if let run = state.run(inPane: pane) {
      return "\(lane.environment) \(RunWords.short(run.snapshot))"
    }
    return "\(lane.environment) \(RunWords.short(lane.phase))"
  }
}
