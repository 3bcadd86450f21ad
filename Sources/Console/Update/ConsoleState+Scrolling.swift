import ProcessRunner
import SessionEngine
import TerminalCore

extension ConsoleState {
  /// Scrolls the pane in front; positive is down.
  mutating func scroll(by lines: Int) -> [ConsoleEffect] {
    if !screens.isEmpty {
      scrollScreen(by: lines)
      return []
    }
    return scroll(focus, by: lines)
  }

  mutating func scroll(_ pane: PaneID, by lines: Int) -> [ConsoleEffect] {
    switch pane {
    case .firstRun, .secondRun:
      guard let run = pane.lane.flatMap(run(inPane:)) else { return [] }
      return scroll(run, by: lines)
    case .workbench:
      switch workbench?.tab {
      case .shell(let id): return runs[id].map { scroll($0, by: lines) } ?? []
      case .page: scrollPage(by: lines)
      case .file, .picture, nil: break
      }
      return []
    case .outline, .gpu: return []
    }
  }

  private mutating func scrollPage(by lines: Int) {
    let most = max(0, pageLineCount - pageVisibleRows)
    let place = (workbench?.pageScroll ?? 0) + lines
    workbench?.pageScroll = max(0, min(most, place))
  }

  mutating func scroll(_ run: RunRecord, by lines: Int) -> [ConsoleEffect] {
    let id = run.snapshot.id
    let before = scrollOffset(of: id)
    let offset = max(0, min(run.screen?.scrollbackLines ?? 0, before - lines))
    guard offset != before else { return [] }
    setScrollOffset(offset, of: id)
    return [readScreen(of: id)]
  }

  /// A view that is scrolled back says on which snapshot, so that it stays while output goes on.
  func readScreen(of id: RunID) -> ConsoleEffect {
    let offset = scrollOffset(of: id)
    let moment = offset > 0 ? runs[id]?.screen?.totalScrolledLines : nil
    return .readScreen(id, scrollOffset: offset, asOf: moment)
  }

  mutating func take(_ screen: TerminalSnapshot, of id: RunID) {
    runs[id]?.screen = screen
    if scrollOffset(of: id) > 0 { setScrollOffset(screen.scrollOffset, of: id) }
  }

  func scrollOffset(of id: RunID) -> Int {
    runPanes.first { $0.lane?.run == id }?.scrollOffset ?? runs[id]?.scrollOffset ?? 0
  }

  mutating func setScrollOffset(_ offset: Int, of id: RunID) {
    if offset == 0 {
      runs[id]?.followedUntil = nil
    } else if runs[id]?.followedUntil == nil {
      let total = runs[id]?.screen?.totalScrolledLines
      runs[id]?.followedUntil = total
    }
    if let pane = runPanes.firstIndex(where: { $0.lane?.run == id }) {
      runPanes[pane].scrollOffset = offset
    } else {
      runs[id]?.scrollOffset = offset
    }
  }
}
