import SessionEngine
import TerminalCore

extension ConsoleState {
  /// Takes one event in and says what must be done about it. Pure: no clock, no file, no process.
  public mutating func update(_ event: ConsoleEvent) -> [ConsoleEffect] {
    var effects: [ConsoleEffect]
    switch event {
    case .terminal(let event): effects = handle(event)
    case .tick(let reading):
      clock = reading
      effects = keepNewDrafts() + refreshComparison() + lookAtFiles()
    case .gpu(let report):
      take(report)
      effects = []
    case .engine(let event): effects = handle(event)
    case .screen(let id, let screen):
      take(screen, of: id)
      effects = []
    case .planned(let preview):
      take(preview)
      effects = []
    case .shellOpened(let id, let exercise):
      effects = shellOpened(id, exercise)
    case .workbench(let event): effects = handle(event)
    case .found(let id, let query, let match): effects = found(id, query: query, match)
    case .runText(_, let text): effects = runText(text)
    case .started(let id): effects = started(id)
    case .history, .historyFigures, .comparison, .tasks, .told:
      take(event)
      effects = []
    case .exercise(let event): effects = handle(event)
    }
    effects += terminalResizes() + wantedPictures()
    fitEditor()
    fitOutline()
    return effects
  }

  /// Keeps the selected row in view, and otherwise the list where it lies.
  private mutating func fitOutline() {
    guard let inside = layout.inside(.outline) else { return }
    outlineScroll = ListView.offset(
      showing: outlineSelection, from: outlineScroll, count: outlineRows.count, rows: inside.rows)
  }

  private mutating func handle(_ event: TerminalEvent) -> [ConsoleEffect] {
    switch event {
    case .resize(let newSize):
      size = newSize
      return []
    case .key(let key): return handle(key)
    case .paste(let text): return handlePaste(text)
    case .mouse(let mouse): return handle(mouse)
    }
  }

  /// Gives every pseudo-terminal that is shown the size of its place.
  private mutating func terminalResizes() -> [ConsoleEffect] {
    var effects: [ConsoleEffect] = []
    for pane in runPanes.indices where layout.panes[.run(lane: pane)] != nil {
      guard let run = run(inPane: pane) else { continue }
      effects += resize(run.snapshot.id, to: terminalSize(ofPane: pane))
    }
    if layout.panes[.workbench] != nil, case .shell(let id)? = workbench?.tab {
      effects += resize(id, to: shellTerminalSize)
    }
    return effects
  }

  private mutating func fitEditor() {
    guard var editor = workbench?.editor, let inside = layout.inside(.workbench) else { return }
    editor.resize(to: inside.splitTop(1).rest.size)
    workbench?.editor = editor
  }

  private mutating func resize(_ id: RunID, to size: Size) -> [ConsoleEffect] {
    guard runs[id] != nil, runs[id]?.size != size else { return [] }
    runs[id]?.size = size
    // A run that goes on tells of its new screen; one that has ended or is looked back at does not.
    let isStill = runs[id]?.snapshot.state.isAlive == false || scrollOffset(of: id) > 0
    return [.resize(id, size)] + (isStill ? [readScreen(of: id)] : [])
  }
}
