import ProcessRunner
import SessionEngine
import TerminalCore

/// What stands on the lower border of a run: what is searched for, or how far the output has gone
/// on below the view.
struct RunEdgeLine {
  let state: ConsoleState
  let run: RunRecord

  /// Returns where the cursor stands while a search is typed.
  func draw(into buffer: inout CellBuffer, area: Rect) -> Point? {
    let room = max(0, area.columns - 2)
    let id = run.snapshot.id
    if let selection = state.selection, selection.run == id, selection.means == .lines {
      let lines = selection.lineCount == 1 ? "1 line" : "\(selection.lineCount) lines"
      buffer.write(
        state.glyphs.truncate(" \(lines) selected · y copies · Esc leaves ", to: room),
        column: area.column + 1, row: area.row, style: state.theme[.textStrong], clip: area)
      return nil
    }
    if let search = state.search, search.run == id {
      let (prompt, rest) = words(of: search)
      let shown = state.glyphs.truncate(prompt + rest, to: room)
      let style = state.theme[
        search.outcome == .nothing && !search.text.isEmpty ? .bad : .textStrong]
      buffer.write(shown, column: area.column + 1, row: area.row, style: style, clip: area)
      guard search.isTyping else { return nil }
      let place = area.column + 1 + TextWidth.columns(of: prompt) - 1
      return Point(column: min(area.endColumn - 1, place), row: area.row)
    }
    if let words = behindWords(columns: room) {
      buffer.write(
        words, column: area.endColumn - 1 - TextWidth.columns(of: words), row: area.row,
        style: state.theme[.warning], clip: area)
    }
    return nil
  }

  /// The prompt up to the cursor, and what stands behind it.
  private func words(of search: RunSearch) -> (String, String) {
    let what = search.text.isEmpty && !search.isTyping ? " first error " : " /\(search.text) "
    switch search.outcome {
    case .looking: return (what, "… ")
    case .nothing: return (what, search.text.isEmpty ? "" : " not found ")
    case .found(let match):
      let place =
        search.text.isEmpty ? "line \(match.line + 1)" : "\(match.ordinal) of \(match.total)"
      let keys = search.isTyping || search.text.isEmpty ? "" : " · n next · N before"
      return (what, " \(place)\(keys) ")
    }
  }

  /// Such as `↓ 132 new lines: End follows`; nil while the view follows.
  private func behindWords(columns: Int) -> String? {
    let offset = state.scrollOffset(of: run.snapshot.id)
    guard offset > 0 else { return nil }
    let total = run.screen?.totalScrolledLines ?? 0
    let new = max(0, total - (run.followedUntil ?? total))
    let count = new > 0 ? "\(new) new" : "\(offset)"
    let lines = (new > 0 ? new : offset) == 1 ? "line" : "lines"
    let words = " ↓ \(count) \(lines)\(new > 0 ? "" : " below")"
    return TextWidth.columns(of: words) + 14 <= columns ? words + ": End follows " : words + " "
  }
}

extension ConsoleState {
  /// What was found in a run, to be marked in its output.
  func match(in id: RunID) -> TerminalMatch? { search?.run == id ? search?.match : nil }

  func selection(in id: RunID) -> RunSelection? { selection?.run == id ? selection : nil }
}
