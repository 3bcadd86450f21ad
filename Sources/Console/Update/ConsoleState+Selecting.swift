import ProcessRunner
import SessionEngine
import TerminalCore

extension ConsoleState {
  /// Marks the last line in view; keys move the mark from there.
  mutating func beginSelectingLines() {
    guard let run = focusedRun, let screen = run.screen else { return }
    let id = run.snapshot.id
    let rows = screenArea(of: id)?.rows ?? screen.buffer.size.rows
    let first = firstRowInView(of: id)
    let last = max(first, min(screen.lastUsedRow, first + rows - 1))
    let line = search?.run == id ? search?.match?.line : nil
    let place = TerminalPlace(line: line ?? screen.firstLine + last, column: 0)
    selection = RunSelection(run: id, anchor: place, head: place, means: .lines)
  }

  /// Takes a key while lines are marked.
  mutating func handleInSelection(_ press: KeyPress) -> [ConsoleEffect] {
    guard let current = selection else { return [] }
    let page = max(1, (screenArea(of: current.run)?.rows ?? 10) - 1)
    switch (press.key, press.modifiers) {
    case (.escape, _), (.character("v"), _), (.character("q"), _): selection = nil
    case (.up, _), (.character("k"), []): return extendSelection(by: -1)
    case (.down, _), (.character("j"), []): return extendSelection(by: 1)
    case (.pageUp, _): return extendSelection(by: -page)
    case (.pageDown, _), (.character(" "), _): return extendSelection(by: page)
    case (.home, _), (.character("g"), []): return extendSelection(by: -Self.farAway)
    case (.end, _), (.character("G"), _): return extendSelection(by: Self.farAway)
    case (.enter, _), (.character("y"), []), (.character("c"), .control):
      selection = nil
      return [.copyRunText(current.run, from: current.start, to: current.end)]
    default: break
    }
    return []
  }

  private mutating func extendSelection(by lines: Int) -> [ConsoleEffect] {
    guard var current = selection, let screen = runs[current.run]?.screen else { return [] }
    let oldest = screen.totalScrolledLines - screen.scrollbackLines
    let newest = screen.totalScrolledLines + screen.buffer.size.rows - 1
    current.head.line = max(oldest, min(newest, current.head.line + lines))
    selection = current
    return bring(line: current.head.line, of: current.run)
  }

  /// Marks with the mouse; nil when the event is not about text.
  mutating func markText(
    _ mouse: MouseEvent, of id: RunID, in area: Rect
  ) -> [ConsoleEffect]? {
    switch mouse.action {
    case .press:
      if selection?.run == id { selection = nil }
      guard area.contains(mouse.point), let place = place(of: mouse.point, of: id, in: area) else {
        return nil
      }
      selection = RunSelection(run: id, anchor: place, head: place, means: .dragging)
      return []
    case .drag: return drag(to: mouse.point, of: id, in: area)
    case .release:
      guard let current = selection, current.means == .dragging else { return nil }
      guard current.anchor != current.head else {
        selection = nil
        return []
      }
      selection?.means = .dragged
      return [.copyRunText(id, from: current.start, to: current.end)]
    case .scrollUp, .scrollDown: return nil
    }
  }

  /// Beyond the edges the text scrolls under the mark.
  private mutating func drag(
    to point: Point, of id: RunID, in area: Rect
  ) -> [ConsoleEffect]? {
    guard selection?.run == id, selection?.means == .dragging, !area.isEmpty else { return nil }
    let held = Point(
      column: max(area.column, min(area.endColumn - 1, point.column)),
      row: max(area.row, min(area.endRow - 1, point.row)))
    if let place = place(of: held, of: id, in: area) { selection?.head = place }
    guard let run = runs[id], point.row < area.row || point.row >= area.endRow else { return [] }
    return scroll(run, by: point.row < area.row ? -1 : 1)
  }

  private func place(of point: Point, of id: RunID, in area: Rect) -> TerminalPlace? {
    guard let screen = runs[id]?.screen, !screen.isAlternateScreen else { return nil }
    let row = point.row - area.row + firstRowInView(of: id)
    return TerminalPlace(line: screen.firstLine + row, column: point.column - area.column)
  }

  /// Copies what was asked for.
  mutating func runText(_ text: String) -> [ConsoleEffect] {
    guard !text.isEmpty else {
      notice = Notice(.information, "There is no text to copy.")
      return []
    }
    return copy(text)
  }
}
