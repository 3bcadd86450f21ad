import SessionEngine
import TerminalCore

extension ConsoleState {
  var difference: DifferenceState? {
    get {
      if case .difference(let value)? = screens.last { return value }
      return nil
    }
    set {
      if let newValue, difference != nil { screens[screens.count - 1] = .difference(newValue) }
    }
  }

  /// The solution's lines are shown to who has asked for them: who has not is asked once.
  mutating func askForDifference() -> [ConsoleEffect] {
    let hasSeen = record?.progress?.solutionShownAt != nil || record?.verdict?.passed == true
    guard hasSeen else {
      dialog = .exercise(.confirmDifference)
      return []
    }
    return showDifference()
  }

  mutating func showDifference() -> [ConsoleEffect] {
    guard let exercise else { return [] }
    dialog = nil
    screens = [.difference(DifferenceState(exercise: exercise))]
    return [.exercise(.readDifference(exercise: exercise))]
  }

  mutating func scrollDifference(by lines: Int) {
    guard var shown = difference else { return }
    let most = DifferenceView(state: self, difference: shown).mostScroll(in: screenBody)
    shown.scroll = max(0, min(most, shown.scroll + lines))
    difference = shown
  }

  /// Goes to the beginning of the next lines that differ, or of those before.
  mutating func moveDifference(by step: Int) {
    guard let shown = difference else { return }
    let view = DifferenceView(state: self, difference: shown)
    let most = view.mostScroll(in: screenBody)
    let places = view.hunks.map { min(most, max(0, $0 - 2)) }
    let next =
      step > 0 ? places.first { $0 > shown.scroll } : places.last { $0 < shown.scroll }
    if let next { difference?.scroll = next }
  }
}
