import SessionEngine
import TerminalCore

extension ConsoleState {
  /// Where a run's output stands on the screen; nil where it is not shown.
  func screenArea(of id: RunID) -> Rect? {
    if let pane = runPanes.firstIndex(where: { $0.lane?.run == id }) {
      return layout.inside(.run(lane: pane)).map { geometry(ofPane: pane, inside: $0).screen }
    }
    guard workbench?.tab == .shell(id) else { return nil }
    return layout.inside(.workbench)?.splitTop(1).rest
  }

  func geometry(ofPane pane: Int, inside: Rect) -> RunPaneGeometry {
    RunPaneGeometry(inside: inside, verdict: verdict(onPane: pane)?.text)
  }

  /// The row of the run's screen that stands at the top of its place.
  func firstRowInView(of id: RunID) -> Int {
    guard let screen = runs[id]?.screen, let area = screenArea(of: id) else { return 0 }
    return screen.firstRow(rows: area.rows, follows: scrollOffset(of: id) == 0)
  }

  /// Whether what a run says of itself is for a person to answer; other words only tell.
  static func isQuestion(_ words: String) -> Bool {
    words.hasPrefix("It asks") || words.hasPrefix("It waits for input")
  }

  /// What is to be known of the run in a pane beyond its output; nil when nothing is.
  func verdict(onPane pane: Int) -> (text: String, role: ThemeRole)? {
    guard let lane = runPanes[pane].lane, let run = run(inPane: pane)?.snapshot else { return nil }
    if let diagnosis = run.diagnosis { return (diagnosis.words, .bad) }
    if case .failed(let diagnosis) = lane.phase {
      return (diagnosis.words, .bad)
    }
    if let words = run.attention, run.state.isAlive {
      let isAsked = Self.isQuestion(words) && typingInto != run.id
      return (isAsked ? "\(words) Enter answers." : words, .warning)
    }
    if let fault = run.logFault { return (fault, .warning) }
    if case .waiting(let reason) = lane.phase { return ("Installed. \(reason)", .textMuted) }
    return nil
  }
}
