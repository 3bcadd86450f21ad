import SessionEngine
import TerminalCore
import WorkshopModel

/// Starting again, the solution, catching up: asked first, and everything of one's own kept.
extension ConsoleState {
  mutating func ask(_ action: WorkspaceAction) -> [ConsoleEffect] {
    dialog = .exercise(.change(ChangeQuestion(action)))
    return [.exercise(.planChange(action))]
  }

  mutating func askToCatchUp() -> [ConsoleEffect] {
    let now = DayTime(seconds: clock.secondsSinceMidnight)
    return ask(.catchUp(to: .room(roomClock.position(at: now))))
  }

  mutating func take(_ plan: ChangeQuestion.Plan, for action: WorkspaceAction) {
    guard case .exercise(.change(var question))? = dialog, question.action == action,
      question.plan == .planning
    else { return }
    question.plan = plan
    dialog = .exercise(.change(question))
  }

  mutating func handleInChange(_ key: KeyPress, _ asked: ChangeQuestion) -> [ConsoleEffect] {
    var question = asked
    switch key.key {
    case .up, .character("k"): question.scroll = max(0, question.scroll - 1)
    case .down, .character("j"): question.scroll += 1
    case .enter where canAgree(to: question):
      if case .solution = question.action, !question.asksAgain {
        question.asksAgain = true
        question.scroll = 0
      } else {
        question.isUnderWay = true
        dialog = .exercise(.change(question))
        // What is not saved is written first, so that it is kept aside with the rest.
        return savesOf(exercisesOf(question)) + [.exercise(.change(question.action))]
      }
    case .character("d") where isAboutSolution(question.action): return askForDifference()
    case .character("q"), .character("n"):
      dialog = nil
      return []
    default: return []
    }
    let most = DialogView(state: self, dialog: .help(scroll: 0)).mostChangeScroll(question)
    question.scroll = min(most, question.scroll)
    dialog = .exercise(.change(question))
    return []
  }

  private func isAboutSolution(_ action: WorkspaceAction) -> Bool {
    if case .solution = action { true } else { false }
  }

  /// The exercises whose files a question is about.
  func exercisesOf(_ question: ChangeQuestion) -> [String] {
    switch question.action {
    case .reset(let id), .solution(let id): return [id]
    case .catchUp:
      guard case .planned(let changes, _) = question.plan else { return [] }
      return changes.map(\.exercise)
    }
  }

  /// Whether all is known, and something would change: on the disk, or what is typed over it.
  func canAgree(to question: ChangeQuestion) -> Bool {
    if question.canBeAgreedTo { return true }
    guard case .planned = question.plan, !question.isUnderWay else { return false }
    return !unsavedFiles(of: question).isEmpty
  }

  /// Paths with text that is not saved, of the exercises a question is about.
  func unsavedFiles(of question: ChangeQuestion) -> [String] {
    let ids = exercisesOf(question)
    return modifiedFiles.filter { ids.contains($0.exercise) }.map { "\($0.exercise)/\($0.path)" }
  }

  private func savesOf(_ ids: [String]) -> [ConsoleEffect] {
    drafts.filter { ids.contains($0.exercise) }.map {
      .saveFile(exercise: $0.exercise, path: $0.path, text: $0.text, overwriting: false)
    }
  }

  /// The folders are as they are told: editors follow, and nothing that is not saved is let go.
  mutating func take(
    _ changes: [WorkspaceChange], of action: WorkspaceAction
  ) -> [ConsoleEffect] {
    if case .exercise(.change(let question))? = dialog, question.action == action {
      dialog = .exercise(.changed(action, changes, scroll: 0))
    }
    notice = Notice(.success, ChangeWords.summary(of: changes, action))
    var effects: [ConsoleEffect] = []
    for change in changes where workbenches[change.exercise] != nil {
      for file in change.files where file.kind == .removed {
        forget(file.path, of: change.exercise)
      }
      let paths = change.files.filter { $0.kind == .replaced || $0.kind == .added }.map(\.path)
      effects += reload(paths, of: change.exercise)
      effects.append(.openExercise(change.exercise))
    }
    return effects
  }

  /// After a change that failed the files may be others than the editors'.
  func reloads(after action: WorkspaceAction) -> [ConsoleEffect] {
    exercise.map { [.openExercise($0)] } ?? []
  }

  private mutating func forget(_ path: String, of id: String) {
    guard var bench = workbenches[id], !bench.modifiedFiles.contains(path) else { return }
    bench.fileStates[path] = nil
    bench.files.removeAll { $0 == path }
    if bench.tab == .file(path) { bench.tab = .page }
    workbenches[id] = bench
  }
}
