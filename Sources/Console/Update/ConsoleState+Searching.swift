import ProcessRunner
import SessionEngine
import TerminalCore

extension ConsoleState {
  mutating func beginSearch() {
    guard let run = focusedRun else { return }
    selection = nil
    search = RunSearch(
      run: run.snapshot.id, isTyping: true, origin: firstPlaceInView(of: run.snapshot.id))
    search?.outcome = .nothing
  }

  /// The first place that is in view; nil before there is a screen.
  private func firstPlaceInView(of id: RunID) -> TerminalPlace? {
    runs[id]?.screen.map { TerminalPlace(line: $0.firstLine, column: 0) }
  }

  /// Takes a key while the text of a search is typed; nil when it is the console's.
  mutating func handleInSearch(_ press: KeyPress) -> [ConsoleEffect] {
    guard var current = search else { return [] }
    switch (press.key, press.modifiers) {
    case (.escape, _), (.character("q"), .control): search = nil
    case (.enter, _):
      current.isTyping = false
      search = current.text.isEmpty ? nil : current
    case (.down, _): return findAgain(backwards: false)
    case (.up, _): return findAgain(backwards: true)
    case (.backspace, _): return look(for: String(current.text.dropLast()))
    case (.character("u"), .control): return look(for: "")
    case (.character(let character), let held) where held.isSubset(of: .shift):
      return look(for: current.text + String(character))
    default: break
    }
    return []
  }

  /// Looks from where the search began for what is typed by now.
  mutating func look(for text: String) -> [ConsoleEffect] {
    guard var current = search else { return [] }
    current.text = text
    current.outcome = text.isEmpty ? .nothing : .looking
    (current.isStepping, current.stepsToCome) = (false, 0)
    search = current
    guard !text.isEmpty else { return [] }
    return [.findInRun(current.run, text: text, from: current.origin, backwards: false)]
  }

  mutating func findAgain(backwards: Bool) -> [ConsoleEffect] {
    guard let current = search, !current.text.isEmpty else { return [] }
    guard !current.isStepping, current.outcome != .looking else {
      search?.stepsToCome += backwards ? -1 : 1
      return []
    }
    search?.isStepping = true
    let from = current.match.map { match in
      TerminalPlace(
        line: match.line, column: match.columns.lowerBound + (backwards ? 0 : 1))
    }
    return [
      .findInRun(
        current.run, text: current.text, from: from ?? current.origin, backwards: backwards)
    ]
  }

  mutating func findFirstError() -> [ConsoleEffect] {
    guard let run = focusedRun else { return [] }
    selection = nil
    search = RunSearch(run: run.snapshot.id, isTyping: false, origin: nil)
    return [.findFirstError(run.snapshot.id)]
  }

  mutating func found(
    _ id: RunID, query: String, _ match: TerminalMatch?
  ) -> [ConsoleEffect] {
    guard search?.run == id, search?.text == query else { return [] }
    search?.isStepping = false
    guard let match else {
      search?.outcome = .nothing
      if query.isEmpty {
        search = nil
        notice = Notice(.information, "No line of this run looks like an error.")
      }
      return []
    }
    search?.outcome = .found(match)
    return bring(line: match.line, of: id) + goOnStepping()
  }

  /// Takes the next of the steps that were asked for faster than they could be answered.
  private mutating func goOnStepping() -> [ConsoleEffect] {
    guard let steps = search?.stepsToCome, steps != 0 else { return [] }
    search?.stepsToCome -= steps.signum()
    return findAgain(backwards: steps < 0)
  }

  /// Scrolls a run until a line is in view, with some lines around it.
  mutating func bring(line: Int, of id: RunID) -> [ConsoleEffect] {
    guard let screen = runs[id]?.screen else { return [] }
    let drawn = screen.buffer.size.rows
    let rows = max(1, min(drawn, screenArea(of: id)?.rows ?? drawn))
    let first = screen.firstLine + firstRowInView(of: id)
    guard !(first..<first + rows).contains(line) else { return [] }
    let wanted = screen.totalScrolledLines - (line - rows / 3)
    setScrollOffset(max(0, min(screen.scrollbackLines, wanted)), of: id)
    return [readScreen(of: id)]
  }
}
