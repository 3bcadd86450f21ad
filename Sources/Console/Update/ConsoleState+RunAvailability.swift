import SessionEngine

extension ConsoleState {
  /// Why a command about runs has nothing to work on now; nil when it can be done.
  func disabledReasonOnRuns(of command: Command) -> String? {
    switch command {
    case .stopBatch:
      guard let batch = focus.lane.flatMap({ runPanes[$0].batch }).flatMap({ batches[$0] }) else {
        return "This run belongs to no comparison: x stops it."
      }
      return batch.isOver ? Self.nothingRuns : nil
    case .restartRun:
      guard let run = focusedRun?.snapshot else { return Self.noRun }
      switch run.purpose {
      case .workload, .task: return nil
      case .shell: return "A shell is not run again: s opens another."
      case .install: return "An installation is not run again by itself: E lists environments."
      }
    case .pauseRun:
      guard let run = focusedRun?.snapshot else { return Self.nothingRuns }
      switch run.state {
      // Whoever types a command without Enter before it would freeze the shell with its `p`.
      case .running: return run.purpose == .shell ? Self.shellTakesNoPause : nil
      case .paused: return nil
      default: return Self.nothingRuns
      }
    case .setTimeout: return focusedRun?.snapshot.state.isAlive == true ? nil : Self.nothingRuns
    case .renameRun, .pinRun: return targetRun == nil ? Self.noRun : nil
    case .saveRunText, .find, .findFirstError, .selectLines:
      return focusedRun?.screen == nil ? Self.noRun : nil
    case .findNext, .findPrevious:
      return search == nil || search?.text.isEmpty == true
        ? "Nothing is searched for yet: / searches this run." : nil
    case .previousRun, .nextRun:
      return slots.count > runPanes.count
        || focus.lane.map { runPanes[$0].slot == nil } == true
          && !slots.isEmpty
        ? nil : "The panes show all the runs there are: R lists earlier ones."
    case .showComparison: return comparableRuns == nil ? Self.nothingToCompare : nil
    case .compareMarked:
      guard case .runs(let list)? = screens.last else { return "R lists the runs to compare." }
      return (2...4).contains(list.marked.count)
        ? nil : "Mark two to four runs with Space; \(list.marked.count) marked now."
    case .openListedRun, .markRun: return listedRun == nil ? Self.noRun : nil
    default: return nil
    }
  }

  private static let noRun = "There is no run here."
  private static let shellTakesNoPause = "A shell is not paused: Enter types into it."
  private static let nothingToCompare =
    "There are no two runs to compare: d starts two, and R lists earlier ones to mark."
}
