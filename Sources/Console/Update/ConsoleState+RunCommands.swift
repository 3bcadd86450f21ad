import SessionEngine
import TerminalCore

extension ConsoleState {
  /// The run that a command is about: the one of the row in front, or of the pane.
  var targetRun: RunID? {
    if case .runs? = screens.last { return listedRun?.id }
    return focusedRun?.snapshot.id
  }

  mutating func performOnRuns(_ command: Command) -> [ConsoleEffect] {
    switch command {
    case .stopBatch: return focusedBatch.map { [.stopBatch($0)] } ?? []
    case .runWithOptions: showRunOptions()
    case .previousRun: return switchRun(by: -1)
    case .nextRun: return switchRun(by: 1)
    case .showRunList:
      screens = [.runs(RunListState())]
      return [.readHistory]
    case .showComparison: return showComparison()
    case .showTasks: return showTasks()
    case .showPrefetch: dialog = .prefetch(scroll: 0)
    case .closeScreen: closeScreen()
    case .find: beginSearch()
    case .findNext: return findAgain(backwards: false)
    case .findPrevious: return findAgain(backwards: true)
    case .findFirstError: return findFirstError()
    case .selectLines: beginSelectingLines()
    default:
      guard let id = targetRun else { return [] }
      return perform(command, on: id)
    }
    return []
  }

  private mutating func perform(_ command: Command, on id: RunID) -> [ConsoleEffect] {
    switch command {
    case .restartRun:
      // A lane's run is started again in its lane; one by itself needs a place.
      awaitedStartPane = isInLane(id) ? nil : focus.lane ?? 0
      notice = Notice(.information, "Running \(id) once more.")
      return [.restartRun(id)]
    case .pauseRun:
      if case .paused? = runs[id]?.snapshot.state { return [.resumeRun(id)] }
      return [.pauseRun(id)]
    case .renameRun: askForName(of: id)
    case .pinRun: return pin(id)
    case .setTimeout: askForTimeout(of: id)
    case .saveRunText: return [.saveRunText(id)]
    default: break
    }
    return []
  }

  private mutating func pin(_ id: RunID) -> [ConsoleEffect] {
    let isPinned = runs[id]?.snapshot.isPinned ?? storedRun(id)?.isPinned ?? false
    notice = Notice(.information, isPinned ? "\(id) is not pinned any more." : "\(id) is pinned.")
    return [.pinRun(id, !isPinned)]
  }

  /// Earlier runs are known from the history alone: it is read again after a change.
  var rereadHistory: [ConsoleEffect] {
    screens.contains { if case .runs = $0 { true } else { false } } ? [.readHistory] : []
  }

  func storedRun(_ id: RunID) -> StoredRun? { history?.first { $0.id == id } }

  private var focusedBatch: BatchSnapshot.ID? { focus.lane.flatMap { runPanes[$0].batch } }

  mutating func stopTarget() -> [ConsoleEffect] {
    if case .runs? = screens.last { return listedRun.map { [.stopRun($0.id)] } ?? [] }
    if let run = focusedRun, run.snapshot.state.isAlive { return [.stopRun(run.snapshot.id)] }
    guard let lane = focus.lane, let batch = runPanes[lane].batch else { return [] }
    return [.stopLane(batch, lane: runPanes[lane].laneInBatch)]
  }
}
