import SessionEngine
import TerminalCore

extension ConsoleState {
  /// Shows the newest hint that was asked for; only Enter asks for one more.
  mutating func showHint() -> [ConsoleEffect] {
    guard let exercise else { return [] }
    let shown = record?.hints?.count ?? 0
    dialog = .exercise(.hints(page: max(0, shown - 1), scroll: 0))
    return record?.hints == nil ? [.exercise(.readHints(exercise: exercise))] : []
  }

  mutating func take(_ shown: [HintAnswer], new: HintAnswer?, of id: String) {
    exerciseRecords[id, default: ExerciseRecord()].hints = shown
    guard id == exercise, case .exercise(.hints)? = dialog else { return }
    let page = new.flatMap { new in shown.firstIndex { $0.position == new.position } }
    dialog = .exercise(.hints(page: page ?? max(0, shown.count - 1), scroll: 0))
    if new?.isRepeated == true {
      notice = Notice(.information, "There is no further hint that helps now.")
    }
  }

  mutating func handleInHints(_ key: KeyPress, page: Int, scroll: Int) -> [ConsoleEffect] {
    let shown = record?.hints ?? []
    switch key.key {
    case .left, .character("h"):
      dialog = .exercise(.hints(page: max(0, page - 1), scroll: 0))
    case .right, .character("l"):
      dialog = .exercise(.hints(page: max(0, min(shown.count - 1, page + 1)), scroll: 0))
    case .up, .character("k"): scrollHint(page, to: scroll - 1)
    case .down, .character("j"): scrollHint(page, to: scroll + 1)
    case .enter, .character("n"), .character("H"):
      // The one in front is paged on first: only after the last one a new one is asked for.
      if page < shown.count - 1 {
        dialog = .exercise(.hints(page: page + 1, scroll: 0))
        return []
      }
      if let readOnlyReason {
        notice = Notice(.information, readOnlyReason)
        return []
      }
      guard let exercise, isHintLeft else { return [] }
      return [.exercise(.nextHint(exercise: exercise))]
    case .character("p"): dialog = .exercise(.pitfalls(selected: 0, scroll: 0))
    case .character("g"), .character("C"): return showGoals()
    case .character("q"): dialog = nil
    default: break
    }
    return []
  }

  /// Whether there may be a hint that was not shown yet.
  var isHintLeft: Bool {
    guard let shown = record?.hints else { return false }
    return shown.last.map { shown.count < $0.count } ?? true
  }

  private mutating func scrollHint(_ page: Int, to scroll: Int) {
    let most = DialogView(state: self, dialog: .help(scroll: 0)).mostHintScroll(page)
    dialog = .exercise(.hints(page: page, scroll: max(0, min(most, scroll))))
  }

  mutating func handleInPitfalls(_ key: KeyPress, _ selected: Int, _ scroll: Int) {
    let last = max(0, (openExercise?.pitfalls.count ?? 0) - 1)
    switch key.key {
    case .up, .character("k"):
      dialog = .exercise(.pitfalls(selected: max(0, selected - 1), scroll: 0))
    case .down, .character("j"):
      dialog = .exercise(.pitfalls(selected: min(last, selected + 1), scroll: 0))
    case .pageDown, .character(" "):
      let most = DialogView(state: self, dialog: .help(scroll: 0)).mostPitfallScroll(selected)
      dialog = .exercise(.pitfalls(selected: selected, scroll: min(most, scroll + 4)))
    case .pageUp:
      dialog = .exercise(.pitfalls(selected: selected, scroll: max(0, scroll - 4)))
    case .enter, .character("q"): dialog = nil
    default: break
    }
  }
}
