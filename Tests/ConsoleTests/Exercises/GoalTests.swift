import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct GoalTests {
  /// A console with the exercise open and judged.
  private func harness(_ letters: String = "mmowoou") -> ConsoleHarness {
    var harness = ConsoleHarness()
    harness.state.workshop = ExerciseSamples.taught(harness.state.workshop)
    harness.open(files: ["pixi.toml", "train.py"])
    judge(&harness, letters)
    return harness
  }

  private func judge(_ harness: inout ConsoleHarness, _ letters: String) {
    guard let request = harness.state.pendingCheck(of: "exercise-2") else {
      Issue.record("no check was asked for")
      return
    }
    harness.take(.exercise(.verdict(request, ExerciseSamples.verdict(letters))))
  }

  private func save(_ harness: inout ConsoleHarness) {
    harness.openFile("pixi.toml")
    harness.press("x<C-s>")
    guard let text = harness.state.drafts.first?.text else { return }
    harness.take(.workbench(.fileSaved(exercise: "exercise-2", path: "pixi.toml", text: text)))
  }

  private func checks(_ effects: [ConsoleEffect]) -> [CheckRequest] {
    effects.compactMap { if case .exercise(.check(let request)) = $0 { request } else { nil } }
  }

  @Test func openingJudgesAndTellsNothing() {
    var harness = harness("mmowoou")
    #expect(harness.state.notice == nil)
    let text = harness.state.render().frame.text
    #expect(text.contains("page 2/7"))
    #expect(text.contains("✔ The workspace is for two"))
    #expect(text.contains("✘ pixi.lock has what") && text.contains("? A training"))
    // Without goals nothing is asked and nothing shown.
    harness.open("exercise-1")
    #expect(checks(harness.effects).isEmpty)
    #expect(!harness.state.render().frame.text.contains("goals"))
  }

  @Test func aSaveIsJudgedAndWhatIsNewIsTold() {
    var harness = harness("mmooooo")
    save(&harness)
    #expect(checks(harness.effects).map(\.reason) == [.saved("pixi.toml")])
    judge(&harness, "mmmoooo")
    #expect(
      harness.state.notice?.text
        == "Saved exercise-2/pixi.toml. 3 of 7 goals met. "
        + "New: The environment gpu asks for pytorch-gpu.")
    // The same once more has no news: what was told stays.
    harness.state.notice = Notice(.success, "Saved.")
    save(&harness)
    judge(&harness, "mmmoooo")
    #expect(harness.state.notice?.text == "Saved exercise-2/pixi.toml.")
  }

  @Test func whatIsWrongIsToldByTheNameOfTheMistakeAndItsPlace() {
    var harness = harness("mmooooo")
    save(&harness)
    judge(&harness, "mmowooo")
    #expect(harness.state.notice?.kind == .warning)
    #expect(
      harness.state.notice?.text
        == "Saved exercise-2/pixi.toml. 2 of 7 goals met. "
        + "Wrong: PyTorch solved to its CPU build (pixi.toml:3). Alt-C says what to do.")
    // It stays until it is dismissed.
    harness.tick()
    #expect(harness.state.notice?.kind == .warning)
  }

  @Test func whatWasWrongAndIsNotAnyMoreIsTold() {
    var harness = harness("mmwoooo")
    save(&harness)
    judge(&harness, "mmooooo")
    #expect(harness.state.notice?.text.contains("2 of 7 goals met. No longer so: ") == true)
  }

  @Test func severalNewGoalsAreOneSentence() {
    var harness = harness("mmooooo")
    save(&harness)
    judge(&harness, "mmmmooo")
    #expect(
      harness.state.notice?.text.hasSuffix(
        "New: The environment gpu asks for pytorch-gpu (and 1 more).") == true)
  }

  @Test func whatWasMetAndIsNotAnyMoreIsTold() {
    var harness = harness("mmmoooo")
    save(&harness)
    judge(&harness, "momoooo")
    #expect(
      harness.state.notice?.text.contains("No longer: The environment gpu requires CUDA 12.")
        == true)
  }

  @Test func allGoalsMetIsSaidAndNothingMovesOn() {
    var harness = harness("mmmmmmo")
    let focus = harness.state.focus
    let row = harness.state.outlineSelection
    harness.startBatch()
    harness.endBatch()
    judge(&harness, "mmmmmmm")
    #expect(harness.state.notice == Notice(.success, "All 7 goals of exercise-2 are met."))
    #expect(harness.state.focus == focus && harness.state.outlineSelection == row)
    #expect(harness.state.exercise == "exercise-2")
  }

  @Test func anAnswerToAnOlderCheckIsDropped() throws {
    var harness = harness("mmooooo")
    save(&harness)
    let old = try #require(harness.state.pendingCheck(of: "exercise-2"))
    save(&harness)
    harness.take(.exercise(.verdict(old, ExerciseSamples.verdict("wwwwwww"))))
    #expect(harness.state.exerciseRecords["exercise-2"]?.verdict?.count(.wrong) == 0)
    judge(&harness, "mmmoooo")
    #expect(harness.state.exerciseRecords["exercise-2"]?.verdict?.count(.met) == 3)
  }

  @Test func aCheckThatTakesTheSavesPlaceTellsItsNews() {
    var harness = harness("mmooooo")
    save(&harness)
    harness.press("<A-c>")
    judge(&harness, "mmmoooo")
    #expect(harness.state.notice?.text.contains("New: The environment gpu") == true)
  }

  @Test func theEndOfARunIsJudged() {
    var harness = harness("mmooooo")
    harness.startBatch()
    harness.take(.engine(.run(harness.run(10, ConsoleHarness.ended))))
    #expect(checks(harness.effects).map(\.reason) == [.worked])
  }

  @Test func theListGoesToNoFileThatIsNotThere() {
    var harness = ConsoleHarness()
    harness.state.workshop = ExerciseSamples.taught(harness.state.workshop)
    harness.open(files: ["train.py"])
    judge(&harness, "mmooooo")
    harness.press("C")
    judge(&harness, "mmooooo")
    let text = harness.state.render().frame.text
    #expect(text.contains("pixi.toml, which is not there yet") && !text.contains("go there"))
    #expect(harness.press("<Enter>").isEmpty)
    #expect(harness.state.dialog != nil)
    #expect(harness.state.notice?.text.hasPrefix("pixi.toml is not there yet") == true)
    #expect(harness.state.workbench?.files == ["train.py"])
  }

  @Test func theListGoesToTheLineAndColumnOfWhatIsWrong() {
    var harness = harness("mmowoou")
    harness.press("C")
    #expect(checks(harness.effects).map(\.reason) == [.asked])
    judge(&harness, "mmowoou")
    let text = harness.state.render().frame.text
    #expect(text.contains("Goals of exercise-2: 2 of 7 met"))
    #expect(text.contains("cpu_generic") && text.contains("pixi.toml, line 3, column 5"))
    let effects = harness.press("<Enter>")
    #expect(effects.contains(.openFile(exercise: "exercise-2", path: "pixi.toml")))
    harness.take(
      .workbench(
        .fileOpened(
          exercise: "exercise-2", path: "pixi.toml",
          .opened(EditorPane(path: "/ws/pixi.toml", text: "one\ntwo\nthree four\n")))))
    #expect(harness.state.dialog == nil && harness.state.focus == .workbench)
    #expect(harness.state.workbench?.tab == .file("pixi.toml"))
    let place = harness.state.workbench?.editor?.place
    #expect(place?.line == 3 && place?.column == 5)
  }

  @Test func aFileThatIsOpenAlreadyIsGoneToAtOnce() {
    var harness = harness("mmowoou")
    harness.openFile("pixi.toml", text: "one\ntwo\nthree four\n")
    harness.press("<A-c><Enter>")
    #expect(harness.state.workbench?.editor?.place.line == 3)
  }

  @Test func aFailureToJudgeIsToldWithItsRemedyAndCanBeTriedAgain() throws {
    var harness = harness("mmooooo")
    harness.press("C")
    let request = try #require(harness.state.pendingCheck(of: "exercise-2"))
    harness.take(
      .exercise(.checkFailed(request, Diagnosis(says: "It broke.", remedy: "Mend it."))))
    #expect(harness.state.notice == Notice(.failure, "It broke. Mend it."))
    #expect(checks(harness.press("c")).map(\.reason) == [.asked])
  }

  @Test func filesThatAShellChangesAreLookedForAndJudged() {
    var harness = harness("mmooooo")
    harness.openFile("pixi.toml", text: "old\n")
    harness.tick()
    #expect(harness.effects.contains(.exercise(.lookAtFiles(exercise: "exercise-2"))))
    harness.take(
      .exercise(
        .filesChanged(
          exercise: "exercise-2", ["pixi.lock", "pixi.toml"],
          files: ["pixi.lock", "pixi.toml", "train.py"])))
    #expect(harness.state.workbench?.files.contains("pixi.lock") == true)
    #expect(harness.effects.contains(.openFile(exercise: "exercise-2", path: "pixi.toml")))
    #expect(checks(harness.effects).map(\.reason) == [.worked])
    harness.take(
      .workbench(
        .fileOpened(
          exercise: "exercise-2", path: "pixi.toml",
          .opened(EditorPane(path: "/ws/pixi.toml", text: "new\n")))))
    #expect(harness.state.workbench?.editor?.text == "new\n")
  }

  @Test func textThatIsNotSavedIsNotReadOver() {
    var harness = harness("mmooooo")
    harness.openFile("pixi.toml", text: "old\n")
    harness.press("mine ")
    harness.take(
      .exercise(.filesChanged(exercise: "exercise-2", ["pixi.toml"], files: ["pixi.toml"])))
    #expect(!harness.effects.contains(.openFile(exercise: "exercise-2", path: "pixi.toml")))
    #expect(harness.state.workbench?.editor?.text == "mine old\n")
  }

  @Test func goalsThatDoNotFitAreCounted() {
    var harness = harness("mmoooou")
    harness.state.size = Size(columns: 80, rows: 24)
    let text = harness.state.render().frame.text
    #expect(text.contains("✔ 2 met") && text.contains("more"))
    #expect(text.contains("2 of 7 goals met"))
  }

  @Test func aClickOnTheGoalsListsThem() throws {
    var harness = harness("mmowoou")
    harness.state.focus = .workbench
    let goals = try #require(harness.state.pageParts?.goals)
    harness.mouse(.press, goals.column + 3, goals.row + 1)
    #expect(harness.state.dialog == .exercise(.goals(selected: 3)))
  }
}
