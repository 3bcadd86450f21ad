import SessionEngine
import TerminalCore

extension ConsoleState {
  /// Scrolls the pane in front; positive is down.
  mutating func scroll(by lines: Int) -> [ConsoleEffect] {
    switch keyScope {
    case .page:
      let most = max(0, pageLineCount - pageVisibleRows)
      let place = (workbench?.pageScroll ?? 0) + lines
      workbench?.pageScroll = max(0, min(most, place))
      return []
    case .run, .program:
      return scrollRun(by: lines)
    case .everywhere, .outline, .editor, .gpu:
      return []
    }
  }

  private mutating func scrollRun(by lines: Int) -> [ConsoleEffect] {
    guard let lane = focus.lane, let run = run(inPane: lane) else { return [] }
    let most = run.screen?.scrollbackLines ?? 0
    let offset = max(0, min(most, runPanes[lane].scrollOffset - lines))
    guard offset != runPanes[lane].scrollOffset else { return [] }
    runPanes[lane].scrollOffset = offset
    return [.readScreen(run.snapshot.id, scrollOffset: offset)]
  }
}
