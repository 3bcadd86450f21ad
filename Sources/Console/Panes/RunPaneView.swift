import SessionEngine
import TerminalCore

/// A run's output, or what to do to have one.
struct RunPaneView {
  let state: ConsoleState
  let pane: Int
  /// What is left of the output above what a failure means.
  private static let leastOutputRows = 4

  private var id: PaneID { .run(lane: pane) }

  func draw(into buffer: inout CellBuffer, area: Rect) -> Point? {
    guard let lane = state.runPanes[pane].lane else {
      let inside = state.drawFrame(id, title: "Run", into: &buffer, area: area)
      drawInvitation(into: &buffer, area: inside)
      return nil
    }
    guard let run = state.run(inPane: pane) else {
      let inside = state.drawFrame(id, title: lane.environment, into: &buffer, area: area)
      drawPhase(lane.phase, into: &buffer, area: inside)
      return nil
    }
    let inside = state.drawFrame(
      id, title: title(run), badge: badge(run), into: &buffer, area: area)
    return drawOutput(of: run, lane, into: &buffer, area: inside)
  }

  private func title(_ run: RunRecord) -> String {
    switch run.snapshot.purpose {
    case .install: "\(run.snapshot.environment): install"
    case .workload, .shell, .task: run.snapshot.title
    }
  }

  private func badge(_ run: RunRecord) -> String {
    var parts: [String] = []
    let offset = state.runPanes[pane].scrollOffset
    if offset > 0 { parts.append("\(offset) back") }
    if state.typingInto == run.snapshot.id { parts.append("typing: Ctrl-Q leaves") }
    parts.append(RunWords.short(run.snapshot))
    if let seconds = run.seconds(at: state.clock.uptime) {
      parts.append(RunWords.duration(seconds))
    }
    return parts.joined(separator: Frame.badgeSeparator)
  }

  private func drawInvitation(into buffer: inout CellBuffer, area: Rect) {
    let text: String
    if state.openExercise == nil {
      text = "Choose an exercise in the outline and press Enter: its runs appear here."
    } else if pane == 0 {
      text =
        "Nothing has run here yet.\n\nd runs the exercise in two environments side by side.\n"
        + "r runs it in the chosen one: \(state.currentEnvironment ?? "none")."
    } else {
      text = "The second environment's run appears here."
    }
    TextBlock(text, role: .textMuted).draw(
      into: &buffer, area: area.inset(columns: 1), theme: state.theme, glyphs: state.glyphs)
  }

  private func drawPhase(
    _ phase: BatchLane.Phase, into buffer: inout CellBuffer, area: Rect
  ) {
    let text: String
    var role = ThemeRole.textMuted
    switch phase {
    case .waiting(let reason): text = reason
    case .installing: text = "Installing…"
    case .running: text = "Starting…"
    case .ended: text = "It is installed: nothing had to be done."
    case .cancelled: text = "Stopped before it ran."
    case .failed(let diagnosis):
      text = Self.words(diagnosis)
      role = .bad
    }
    TextBlock(text, role: role).draw(
      into: &buffer, area: area.inset(columns: 1), theme: state.theme, glyphs: state.glyphs)
  }

  private static func words(_ diagnosis: Diagnosis) -> String {
    let details = diagnosis.details.map { "\n\n\($0)" } ?? ""
    return "\(diagnosis.says)\n\(diagnosis.remedy)\(details)"
  }

  /// The screen, with what a failure means below it.
  private func drawOutput(
    of run: RunRecord, _ lane: BatchLane, into buffer: inout CellBuffer, area: Rect
  ) -> Point? {
    let verdict = verdict(on: run, lane)
    let (commandLine, area) = area.splitTop(1)
    drawCommand(of: run, into: &buffer, area: commandLine)
    let lines =
      verdict.map { TextWrapping.lines(of: $0.text, columns: max(1, area.columns - 2)) } ?? []
    let (screenArea, verdictArea) = area.splitBottom(
      min(lines.count, max(area.rows * 2 / 3, area.rows - Self.leastOutputRows)))
    var cursor: Point?
    if let screen = run.screen {
      cursor = TerminalView(screen: screen, follows: state.runPanes[pane].scrollOffset == 0)
        .draw(into: &buffer, area: screenArea, theme: state.theme)
    }
    if let verdict {
      TextBlock(verdict.text, role: verdict.role).draw(
        into: &buffer, area: verdictArea.inset(columns: 1), theme: state.theme,
        glyphs: state.glyphs)
    }
    return state.typingInto == run.snapshot.id ? cursor : nil
  }

  private func drawCommand(of run: RunRecord, into buffer: inout CellBuffer, area: Rect) {
    let text = "$ \(state.shortened(run.snapshot.commandLine))"
    buffer.write(
      state.glyphs.truncate(text, to: area.columns), column: area.column, row: area.row,
      style: state.theme[.textMuted], clip: area)
  }

  private func verdict(
    on run: RunRecord, _ lane: BatchLane
  ) -> (text: String, role: ThemeRole)? {
    if let diagnosis = run.snapshot.diagnosis {
      return ("\(diagnosis.says) \(diagnosis.remedy)", .bad)
    }
    if case .failed(let diagnosis) = lane.phase {
      return ("\(diagnosis.says) \(diagnosis.remedy)", .bad)
    }
    if let fault = run.snapshot.logFault { return (fault, .warning) }
    if case .waiting(let reason) = lane.phase {
      return ("Installed. \(reason)", .textMuted)
    }
    return nil
  }
}
