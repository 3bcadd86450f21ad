import Console
import SessionEngine
import TerminalCore
import WorkshopModel

extension ScreenBuilder {
  /// The opened exercise has goals from here on, and they were judged.
  mutating func teach(_ letters: String = "mmowoou") {
    state.workshop = ExerciseSamples.taught(state.workshop)
    take(
      .workbench(
        .opened(
          exercise: "exercise-2", page: .loaded(ScreenWorkshop.page),
          files: ["pixi.toml", "train.py"], notice: nil)))
    if !letters.isEmpty { judge(letters) }
  }

  /// Answers the check that was asked for last.
  mutating func judge(_ letters: String) {
    guard let request = state.pendingCheck(of: "exercise-2") else { return }
    take(.exercise(.verdict(request, ExerciseSamples.verdict(letters))))
  }

  mutating func showGoals() {
    press("C")
    judge("mmowoou")
    take(
      .exercise(.progress(ExerciseProgress(exercise: "exercise-2", hintsShown: 2, checks: 1))))
  }

  mutating func showHint() {
    press("H")
    take(
      .exercise(
        .hints(
          exercise: "exercise-2", [ExerciseSamples.hint(1), ExerciseSamples.hint(2)], new: nil)))
  }

  /// A saved file made something wrong.
  mutating func goWrong() {
    teach("mmooooo")
    edit()
    press("<C-s>")
    guard let text = state.drafts.first?.text else { return }
    take(.workbench(.fileSaved(exercise: "exercise-2", path: "train.py", text: text)))
    judge("mmmwoou")
  }

  mutating func askToStartAgain() {
    edit()
    press("<Esc>Cr")
    take(
      .exercise(
        .planned(.reset(exercise: "exercise-2"), .planned([ExerciseSamples.change()]))))
  }

  mutating func askForSolutionTwice() {
    press("Cs")
    take(
      .exercise(
        .planned(.solution(exercise: "exercise-2"), .planned([ExerciseSamples.change()]))))
    press("<Enter>")
  }

  mutating func catchUp() {
    press("Cu")
    guard case .exercise(.change(let question))? = state.dialog else { return }
    let changes = [ExerciseSamples.change(), ExerciseSamples.change("exercise-3", keptIn: nil)]
    take(
      .exercise(
        .planned(
          question.action, .planned(changes, says: "The room trains on the CPU and the GPU."))))
    press("<Enter>")
    take(.exercise(.changed(question.action, changes)))
  }

  mutating func showDifference() {
    press("Cd<Enter>")
    take(
      .exercise(.difference(exercise: "exercise-2", ExerciseSamples.difference)))
  }

  /// A picture of letters, in the size that was asked for.
  mutating func showPicture() {
    take(
      .exercise(.pictures(exercise: "exercise-2", [])),
      .exercise(
        .pictures(exercise: "exercise-2", [PictureFile(path: "fit.png", stamp: "1")])))
    press("V")
    guard let request = state.workbench?.pictureStates["fit.png"]?.request else { return }
    var cells = CellBuffer(size: request.size)
    cells.fill(cells.bounds, with: Cell("#", style: .plain))
    take(.exercise(.picture(.shown(request, cells))))
  }
}
