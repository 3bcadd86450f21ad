import SessionEngine
import TerminalCore

/// Where the parts of a run's pane stand within its border.
struct RunPaneGeometry {
  /// What is left of the output above what a failure means.
  private static let leastOutputRows = 4

  let commandLine: Rect
  let screen: Rect
  /// What is to be known of the run, below its output; empty without such words.
  let verdict: Rect

  init(inside: Rect, verdict words: String?) {
    let (top, rest) = inside.splitTop(1)
    commandLine = top
    let lines = words.map { TextWrapping.lines(of: $0, columns: max(1, rest.columns - 2)) } ?? []
    (screen, verdict) = rest.splitBottom(
      min(lines.count, max(rest.rows * 2 / 3, rest.rows - Self.leastOutputRows)))
  }
}
