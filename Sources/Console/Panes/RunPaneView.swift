import SessionEngine
import TerminalCore

/// A run's output, or what to do to have one.
struct RunPaneView {
  let state: ConsoleState
  let pane: Int

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
    let cursor = drawOutput(of: run, into: &buffer, area: inside)
    let edge = RunEdgeLine(state: state, run: run).draw(
      into: &buffer,
      area: Rect(column: inside.column, row: inside.endRow, columns: inside.columns, rows: 1))
    return edge ?? cursor
  }

  /// The name a person gave it or what it does, which repeat it is, and whether it is pinned.
  private func title(_ run: RunRecord) -> String {
    let snapshot = run.snapshot
    var title =
      switch snapshot.purpose {
      case .install: "\(snapshot.environment): install"
      case .workload, .shell, .task: snapshot.name ?? snapshot.title
      }
    if let repetition = snapshot.repetition, snapshot.purpose == .workload {
      let count = state.runPanes[pane].batch.flatMap { state.batches[$0]?.repeats } ?? 1
      title += count > 1 ? " \(repetition)/\(count)" : ""
    }
    return snapshot.isPinned ? "\(title) ★" : title
  }

  private func badge(_ run: RunRecord) -> String {
    var parts: [String] = []
    if state.typingInto == run.snapshot.id { parts.append("typing: Ctrl-Q leaves") }
    parts.append(RunWords.short(run.snapshot))
    if let place = state.slotWords(ofPane: pane) { parts.append(place) }
    if let seconds = run.seconds(at: state.clock.uptime) {
      parts.append(RunWords.duration(seconds))
    }
    if let left = run.secondsLeft(at: state.clock.uptime) {
      parts.append("stops in \(RunWords.duration(left))")
    }
    return parts.joined(separator: Frame.badgeSeparator)
  }

  private func drawInvitation(into buffer: inout CellBuffer, area: Rect) {
    let text: String
    if state.openExercise == nil {
      text = "Choose an exercise in the outline and press Enter: its runs appear here."
    } else if state.readOnlyReason != nil {
      text = "Nothing runs here: this console only looks. R lists all runs."
    } else if pane == 0 {
      let both =
        state.openExerciseRunsSideBySide
        ? "d runs the exercise in two environments side by side.\n" : ""
      text =
        "Nothing has run here yet.\n\n\(both)"
        + "r runs it in the chosen one: \(state.currentEnvironment ?? "none")."
    } else if !state.openExerciseRunsSideBySide {
      text = "A second run appears here."
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

  /// The screen, with what is to be known of the run below it.
  private func drawOutput(
    of run: RunRecord, into buffer: inout CellBuffer, area: Rect
  ) -> Point? {
    let geometry = state.geometry(ofPane: pane, inside: area)
    drawCommand(of: run, into: &buffer, area: geometry.commandLine)
    var cursor: Point?
    if let screen = run.screen {
      cursor = TerminalView(
        screen: screen, follows: state.runPanes[pane].scrollOffset == 0,
        match: state.match(in: run.snapshot.id), selection: state.selection(in: run.snapshot.id)
      ).draw(into: &buffer, area: geometry.screen, theme: state.theme)
    }
    if let verdict = state.verdict(onPane: pane) {
      TextBlock(verdict.text, role: verdict.role).draw(
        into: &buffer, area: geometry.verdict.inset(columns: 1), theme: state.theme,
        glyphs: state.glyphs)
    }
    return state.typingInto == run.snapshot.id ? cursor : nil
  }

  /// The command, and beside it how far it has come.
  private func drawCommand(of run: RunRecord, into buffer: inout CellBuffer, area: Rect) {
    var room = area
    if let progress = run.snapshot.progress, run.snapshot.state.isAlive {
      let (left, right) = area.splitRight(max(area.columns / 2, min(area.columns, 24)))
      ProgressBar(progress: progress).draw(
        into: &buffer, area: right, theme: state.theme, glyphs: state.glyphs)
      room = left.splitRight(1).rest
    }
    let text = "$ \(state.shortened(run.snapshot.commandLine))"
    buffer.write(
      state.glyphs.truncate(text, to: room.columns), column: room.column, row: room.row,
      style: state.theme[.textMuted], clip: room)
  }
}
