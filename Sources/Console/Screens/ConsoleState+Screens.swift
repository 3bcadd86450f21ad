import SessionEngine
import TerminalCore

extension ConsoleState {
  /// Where a full screen is drawn: between the header and the notice.
  var screenBody: Rect {
    let layout = layout
    let top = max(layout.header.endRow, layout.banner?.endRow ?? 0)
    return Rect(column: 0, row: top, columns: size.columns, rows: layout.notice.row - top)
  }

  /// What a command does on a full screen; nil when it is the panes' or everywhere's.
  mutating func performOnScreen(_ command: Command) -> [ConsoleEffect]? {
    switch screens.last {
    case .runs(let list)?:
      switch command {
      case .selectPrevious: selectListed(list.selected - 1)
      case .selectNext: selectListed(list.selected + 1)
      case .selectFirst: selectListed(0)
      case .selectLast: selectListed(Self.farAway)
      case .openListedRun: return openListed()
      case .markRun: markListed()
      case .compareMarked: return compareMarked()
      case .filterRuns: runList?.isFiltering = true
      default: return nil
      }
      return []
    case .comparison?:
      switch command {
      case .nextSeries: moveSeries(by: 1)
      case .previousSeries: moveSeries(by: -1)
      case .nextAxis: moveAxis()
      case .toggleZoom: comparison?.isCurvesOnly.toggle()
      default: return nil
      }
      return []
    case .contents?: return performOnContents(command)
    case .difference?:
      switch command {
      case .nextDifference: moveDifference(by: 1)
      case .previousDifference: moveDifference(by: -1)
      default: return nil
      }
      return []
    // Its pane has the same keys: they are taken together.
    case .gpu?, nil: return nil
    }
  }

  /// The full screen has the keys; what it does not take is taken by few.
  mutating func handleOnScreen(_ key: KeyPress) -> [ConsoleEffect] {
    if runList?.isFiltering == true {
      handleInFilter(key)
      return []
    }
    if contentsScreen?.isFiltering == true {
      handleInContentsFilter(key)
      return []
    }
    let scope = keyScope
    let own = KeyMap.bindings.filter { $0.scope == scope }
    let shared = KeyMap.bindings.filter {
      $0.scope == .everywhere && KeyMap.onFullScreens.contains($0.command)
    }
    return (own + shared).first { $0.keys.contains(key) }.map { perform($0) } ?? []
  }

  mutating func pasteOnScreen(_ text: String) -> [ConsoleEffect] {
    if contentsScreen?.isFiltering == true {
      contentsScreen?.filter.insert(text)
      contentsScreen?.scroll = 0
    }
    guard runList?.isFiltering == true else { return [] }
    runList?.filter.insert(text)
    selectListed(0)
    return []
  }

  mutating func handleOnScreen(_ mouse: MouseEvent) -> [ConsoleEffect] {
    switch (mouse.action, screens.last) {
    case (.scrollUp, .runs(let list)?): selectListed(list.selected - 3)
    case (.scrollDown, .runs(let list)?): selectListed(list.selected + 3)
    case (_, .gpu?): return handleOnGPUScreen(mouse)
    case (.scrollUp, .contents?): scrollContents(by: -3)
    case (.scrollDown, .contents?): scrollContents(by: 3)
    case (.scrollUp, .comparison?), (.scrollUp, .difference?): scrollScreen(by: -3)
    case (.scrollDown, .comparison?), (.scrollDown, .difference?): scrollScreen(by: 3)
    case (.press, .runs(let list)?):
      let rows = runListRows(list.filter.text).count
      let view = RunListView(state: self, list: list)
      guard let row = view.row(at: mouse.point, in: screenBody), row < rows else { return [] }
      if row == list.selected { return openListed() }
      selectListed(row)
    default: break
    }
    return []
  }

  mutating func scrollScreen(by lines: Int) {
    if difference != nil { return scrollDifference(by: lines) }
    guard var state = comparison else { return scrollContents(by: lines) }
    let most = ComparisonView(state: self, comparison: state).mostScroll(in: screenBody)
    state.scroll = max(0, min(most, state.scroll + lines))
    comparison = state
  }

  /// What was read of the workshop.
  mutating func take(_ event: ConsoleEvent) {
    switch event {
    case .history(let stored):
      history = stored
    case .historyFigures(let figures):
      historyFigures = figures
      if let list = runList { selectListed(list.selected) }
    case .comparison(let value): take(value)
    case .tasks(let exercise, let list): tasks[exercise] = list
    case .told(let words): notice = words
    default: break
    }
  }
}
