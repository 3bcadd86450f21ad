import SessionEngine
import TerminalCore

extension ConsoleState {
  mutating func handleInExercise(
    _ key: KeyPress, _ current: ExerciseDialog
  ) -> [ConsoleEffect] {
    switch current {
    case .goals(let selected): return handleInGoals(key, selected)
    case .hints(let page, let scroll): return handleInHints(key, page: page, scroll: scroll)
    case .pitfalls(let selected, let scroll): handleInPitfalls(key, selected, scroll)
    case .confirmDifference:
      switch key.key {
      case .enter, .character("d"): return showDifference()
      case .character("h"), .character("H"): return showHint()
      case .character("q"), .character("n"): dialog = nil
      default: break
      }
    case .change(let question): return handleInChange(key, question)
    case .changed(let action, let changes, let scroll):
      switch key.key {
      case .up, .character("k"):
        dialog = .exercise(.changed(action, changes, scroll: max(0, scroll - 1)))
      case .down, .character("j"):
        let most = DialogView(state: self, dialog: .help(scroll: 0)).mostChangedScroll(
          action, changes)
        dialog = .exercise(.changed(action, changes, scroll: min(most, scroll + 1)))
      case .enter, .character("q"): dialog = nil
      default: break
      }
    }
    return []
  }

  private mutating func handleInGoals(_ key: KeyPress, _ selected: Int) -> [ConsoleEffect] {
    guard let exercise else { return [] }
    let rows = goalRows(of: exercise)
    switch key.key {
    case .up, .character("k"): dialog = .exercise(.goals(selected: max(0, selected - 1)))
    case .down, .character("j"):
      dialog = .exercise(.goals(selected: max(0, min(rows.count - 1, selected + 1))))
    case .home: dialog = .exercise(.goals(selected: 0))
    case .end: dialog = .exercise(.goals(selected: max(0, rows.count - 1)))
    case .enter:
      guard rows.indices.contains(selected), let verdict = rows[selected].verdict,
        let file = verdict.file
      else { return [] }
      guard isThere(file) else {
        notice = Notice(.information, "\(file) is not there yet: the goal says how it is made.")
        return []
      }
      return goTo(file, line: verdict.line, column: verdict.column)
    case .character("C"), .character("c"):
      return check(exercise, .asked)
    case .character("q"): dialog = nil
    case .character(let letter):
      guard let command = Self.goalLetters.first(where: { $0.letter == letter })?.command else {
        return []
      }
      return performIfEnabled(command)
    default: break
    }
    return []
  }

  /// The letters of the goals' list, in the order they are shown.
  static let goalLetters: [(letter: Character, title: String, command: Command)] = [
    ("h", "hint", .showHint), ("p", "pitfalls", .showPitfalls),
    ("d", "difference", .showDifference), ("s", "solution", .showSolution),
    ("r", "start again", .resetExercise), ("u", "catch up", .catchUp),
  ]

  /// What a command does with the open exercise; nil when it is none of these.
  mutating func performOnExercise(_ command: Command) -> [ConsoleEffect]? {
    guard let exercise else { return nil }
    switch command {
    case .showGoals: return showGoals()
    case .showHint: return showHint()
    case .showPitfalls: dialog = .exercise(.pitfalls(selected: 0, scroll: 0))
    case .showDifference: return askForDifference()
    case .showSolution: return ask(.solution(exercise: exercise))
    case .resetExercise: return ask(.reset(exercise: exercise))
    case .catchUp: return askToCatchUp()
    case .showPicture: return showPicture()
    case .openPicture: return openPicture()
    case .typeIntoProgram where canEnterShowPicture: return showPicture()
    default: return nil
    }
    return []
  }

  /// Why a command on the exercise has nothing to work on; nil when it can be done or is no such.
  func disabledReasonOnExercise(of command: Command) -> String? {
    switch command {
    case .catchUp: return nil
    case .showGoals, .showHint, .showPitfalls, .showDifference, .showSolution, .resetExercise,
      .showPicture:
      break
    default: return nil
    }
    guard let open = openExercise else {
      return "Open an exercise first: choose it in the outline and press Enter."
    }
    switch command {
    case .showGoals: return open.goals.isEmpty ? "\(open.id) declares no goals." : nil
    case .showHint: return open.hints.isEmpty ? "\(open.id) has no hints." : nil
    case .showPitfalls: return open.pitfalls.isEmpty ? "\(open.id) lists no pitfalls." : nil
    case .showDifference, .showSolution:
      return open.solutionFiles.isEmpty ? "\(open.id) comes without a solution." : nil
    case .showPicture: return picturePath == nil ? "\(open.id) has no picture yet." : nil
    default: return nil
    }
  }
}
