import SessionEngine
import TerminalCore
import Testing

@testable import Console

/// Hints, pitfalls, the difference and what changes the workspace.
@Suite struct ExerciseHelpTests {
  private static let id = "exercise-2"

  private func harness() -> ConsoleHarness {
    var harness = ConsoleHarness()
    harness.state.workshop = ExerciseSamples.taught(harness.state.workshop)
    harness.open(files: ["pixi.toml", "train.py"])
    return harness
  }

  private func text(_ harness: ConsoleHarness) -> String { harness.state.render().frame.text }

  @Test func aHintIsCountedOnlyWhenItIsAskedFor() {
    var harness = harness()
    #expect(harness.press("H") == [.exercise(.readHints(exercise: Self.id))])
    harness.take(.exercise(.hints(exercise: Self.id, [], new: nil)))
    #expect(text(harness).contains("No hint was shown yet"))
    #expect(harness.press("<Enter>") == [.exercise(.nextHint(exercise: Self.id))])
    let first = ExerciseSamples.hint(1)
    harness.take(.exercise(.hints(exercise: Self.id, [first], new: first)))
    #expect(text(harness).contains("Hint 1 of 5"))
    #expect(text(harness).contains("For: The environment gpu asks for pytorch-gpu."))
    // Opening it again shows the same and asks for nothing.
    #expect(harness.press("<Esc>H").isEmpty)
    #expect(text(harness).contains("Hint 1 of 5"))
  }

  @Test func earlierHintsArePagedBackToAndOnlyTheLastAsksForMore() {
    var harness = harness()
    let hints = [ExerciseSamples.hint(1), ExerciseSamples.hint(2)]
    harness.press("H")
    harness.take(.exercise(.hints(exercise: Self.id, hints, new: nil)))
    #expect(text(harness).contains("Hint 2 of 5"))
    harness.press("<Left>")
    #expect(text(harness).contains("Hint 1 of 5"))
    #expect(harness.press("<Enter>").isEmpty)
    #expect(text(harness).contains("Hint 2 of 5"))
    #expect(harness.press("<Enter>") == [.exercise(.nextHint(exercise: Self.id))])
  }

  @Test func afterTheLastHintNoneIsAskedFor() {
    var harness = harness()
    harness.press("H")
    harness.take(
      .exercise(.hints(exercise: Self.id, [ExerciseSamples.hint(1, of: 1)], new: nil)))
    #expect(harness.press("<Enter>").isEmpty)
    #expect(!text(harness).contains("one more hint"))
  }

  @Test func pitfallsSayWhatOneSeesAndHowToRecover() {
    var harness = harness()
    harness.press("Cp<Down>")
    #expect(text(harness).contains("lock file not up-to-date"))
    #expect(text(harness).contains("Run pixi lock."))
  }

  @Test func startingAgainSaysWhatIsKeptWhereAndSavesWhatIsNotSaved() throws {
    var harness = harness()
    harness.openFile("pixi.toml", text: "old\n")
    harness.press("mine ")
    let reset = WorkspaceAction.reset(exercise: Self.id)
    #expect(harness.press("<A-c>r").last == .exercise(.planChange(reset)))
    // Nothing can be agreed to before it is known.
    #expect(harness.press("<Enter>").isEmpty)
    harness.take(.exercise(.planned(reset, .planned([ExerciseSamples.change()]))))
    let shown = text(harness)
    #expect(shown.contains("replaced  pixi.toml") && shown.contains("set aside train.py"))
    // The name of the folder, with its second, is told when it is there.
    let place = "\(harness.state.workspaceName)/.atelier/kept"
    #expect(shown.contains("What is there now goes to \(place), into a folder with"))
    #expect(!shown.contains(ExerciseSamples.kept))
    #expect(shown.contains("Not saved yet: exercise-2/pixi.toml"))
    #expect(
      harness.press("<Enter>") == [
        .saveFile(exercise: Self.id, path: "pixi.toml", text: "mine old\n", overwriting: false),
        .exercise(.change(reset)),
      ])
    // A second Enter does not do it twice.
    #expect(harness.press("<Enter>").isEmpty)
    harness.take(
      .workbench(.fileSaved(exercise: Self.id, path: "pixi.toml", text: "mine old\n")))
    harness.take(.exercise(.changed(reset, [ExerciseSamples.change()])))
    #expect(harness.effects.contains(.openFile(exercise: Self.id, path: "pixi.toml")))
    #expect(harness.effects.contains(.openExercise(Self.id)))
    #expect(harness.state.notice?.text.contains(ExerciseSamples.kept) == true)
    #expect(harness.state.workbench?.files.contains("train.py") == false)
  }

  @Test func startingAgainCanBeAgreedToWhenAllThatDiffersIsNotSaved() {
    var harness = harness()
    harness.openFile("pixi.toml", text: "old\n")
    harness.press("mine ")
    let reset = WorkspaceAction.reset(exercise: Self.id)
    harness.press("<A-c>r")
    let nothing = WorkspaceChange(exercise: Self.id, files: [], keptIn: nil)
    harness.take(.exercise(.planned(reset, .planned([nothing]))))
    let shown = text(harness)
    #expect(shown.contains("Not saved yet: exercise-2/pixi.toml"))
    #expect(!shown.contains("nothing to change") && shown.contains("Enter start again"))
    #expect(
      harness.press("<Enter>") == [
        .saveFile(exercise: Self.id, path: "pixi.toml", text: "mine old\n", overwriting: false),
        .exercise(.change(reset)),
      ])
  }

  @Test func textWhoseSaveFailedIsNotReadOver() {
    var harness = harness()
    harness.openFile("pixi.toml", text: "old\n")
    harness.press("mine ")
    let reset = WorkspaceAction.reset(exercise: Self.id)
    harness.press("<A-c>r")
    harness.take(.exercise(.planned(reset, .planned([ExerciseSamples.change()]))))
    harness.press("<Enter>")
    harness.take(
      .workbench(.failed(Diagnosis(says: "The disk is full.", remedy: "Make room."))))
    harness.take(.exercise(.changed(reset, [ExerciseSamples.change()])))
    #expect(!harness.effects.contains(.openFile(exercise: Self.id, path: "pixi.toml")))
    #expect(harness.state.workbench?.editor?.text == "mine old\n")
  }

  @Test func theSolutionIsAskedForTwice() {
    var harness = harness()
    let solution = WorkspaceAction.solution(exercise: Self.id)
    harness.press("Cs")
    harness.take(.exercise(.planned(solution, .planned([ExerciseSamples.change()]))))
    #expect(harness.press("<Enter>").isEmpty)
    #expect(text(harness).contains("Really take the solution?"))
    // Esc goes back to the first question.
    harness.press("<Esc>")
    #expect(text(harness).contains("Take the solution of exercise-2?"))
    #expect(harness.press("<Enter><Enter>") == [.exercise(.change(solution))])
  }

  @Test func catchingUpGoesToWhereTheRoomIsAndListsWhatChanged() throws {
    var harness = harness()
    let effects = harness.press("Cu")
    guard case .exercise(.planChange(let action))? = effects.last,
      case .catchUp(to: .room) = action
    else {
      Issue.record("\(effects)")
      return
    }
    harness.take(
      .exercise(.planned(action, .planned([ExerciseSamples.change()], says: "The room is at One.")))
    )
    #expect(text(harness).contains("The room is at One."))
    #expect(harness.press("<Enter>") == [.exercise(.change(action))])
    harness.take(.exercise(.changed(action, [ExerciseSamples.change()])))
    #expect(text(harness).contains("Caught up with the room"))
    #expect(text(harness).contains("What was there is kept in"))
  }

  @Test func whatCannotBeDoneSaysWhyAndOffersNothing() {
    var harness = harness()
    harness.press("Cr")
    harness.take(
      .exercise(
        .planned(
          .reset(exercise: Self.id),
          .impossible(Diagnosis(says: "The folder is gone.", remedy: "Open the exercise.")))))
    #expect(text(harness).contains("The folder is gone. Open the exercise."))
    #expect(harness.press("<Enter>").isEmpty)
  }

  @Test func theDifferenceAsksOnceAndGoesFromOneToTheNext() {
    var harness = harness()
    #expect(harness.press("Cd").allSatisfy { $0 != .exercise(.readDifference(exercise: Self.id)) })
    #expect(harness.press("<Enter>") == [.exercise(.readDifference(exercise: Self.id))])
    harness.state.size = Size(columns: 80, rows: 16)
    harness.take(.exercise(.difference(exercise: Self.id, ExerciseSamples.difference)))
    #expect(text(harness).contains("- pytorch = \"*\"") || text(harness).contains("same"))
    harness.press("n")
    #expect(text(harness).contains("- pytorch = \"*\""))
    #expect(text(harness).contains("+ pytorch-gpu = \"*\""))
    harness.press("n")
    #expect(text(harness).contains("+ cuda = \"12\""))
    harness.press("p")
    #expect(text(harness).contains("- pytorch = \"*\""))
    harness.press("<Esc>")
    #expect(harness.state.screens.isEmpty)
  }

  @Test func whoHasSeenTheSolutionIsNotAskedAgain() {
    var harness = harness()
    var progress = ExerciseProgress(exercise: Self.id)
    progress.solutionShownAt = .distantPast
    harness.take(.exercise(.progress(progress)))
    #expect(harness.press("Cd").last == .exercise(.readDifference(exercise: Self.id)))
  }

  @Test(arguments: ["Cs", "Cr", "Cu"])
  func aConsoleThatOnlyLooksChangesNothing(keys: String) {
    var harness = harness()
    harness.take(.engine(.memory(.readOnly(heldBy: 4711))))
    harness.press(keys)
    #expect(harness.state.dialog == .exercise(.goals(selected: 0)))
    #expect(harness.state.notice?.text.contains("process 4711") == true)
    harness.press("h")
    harness.take(.exercise(.hints(exercise: Self.id, [], new: nil)))
    #expect(harness.press("<Enter>").isEmpty)
  }

  @Test func anExerciseWithoutThemSaysSo() {
    var harness = ConsoleHarness()
    harness.open()
    for (keys, words) in [("C", "no goals"), ("H", "no hints"), ("V", "no picture")] {
      harness.press(keys)
      #expect(harness.state.dialog == nil)
      #expect(harness.state.notice?.text.contains(words) == true, "\(keys)")
    }
  }
}
