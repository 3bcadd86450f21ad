import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct FileTests {
  private func harness() -> ConsoleHarness {
    var harness = ConsoleHarness()
    harness.open()
    harness.openFile()
    return harness
  }

  private func save(
    _ text: String, _ path: String = "train.py", overwriting: Bool = false
  ) -> ConsoleEffect {
    .saveFile(exercise: "exercise-2", path: path, text: text, overwriting: overwriting)
  }

  private func saved(_ text: String, _ path: String = "train.py") -> ConsoleEvent {
    .workbench(.fileSaved(exercise: "exercise-2", path: path, text: text))
  }

  @Test func savesTheTextAndWhatWasTypedMeanwhileStaysUnsaved() {
    var harness = harness()
    harness.press("ab")
    #expect(harness.press("<C-s>") == [save("abone\n")])
    harness.press("c")
    harness.take(saved("abone\n"))
    #expect(harness.state.workbench?.modifiedFiles == ["train.py"])
    #expect(harness.press("<C-s>") == [save("abcone\n")])
    harness.take(saved("abcone\n"))
    #expect(harness.state.workbench?.modifiedFiles == [])
    #expect(harness.state.notice == Notice(.success, "Saved exercise-2/train.py."))
  }

  @Test func draftsAreKeptOncePerChangeAndDroppedWhenTakenBack() {
    var harness = harness()
    #expect(harness.tick().isEmpty)
    harness.press("a")
    let draft = Draft(exercise: "exercise-2", path: "train.py", text: "aone\n")
    #expect(harness.tick() == [.keepDraft(draft)])
    #expect(harness.tick().isEmpty)
    harness.press("b")
    #expect(
      harness.tick() == [
        .keepDraft(Draft(exercise: "exercise-2", path: "train.py", text: "abone\n"))
      ])
    harness.press("<C-z><C-z>")
    #expect(harness.state.workbench?.modifiedFiles == [])
    #expect(harness.tick() == [.dropDraft(exercise: "exercise-2", path: "train.py")])
    #expect(harness.tick().isEmpty)
  }

  @Test func aFileIsReadOnceAndStaysListedWhileItIsOpen() {
    var harness = harness()
    harness.press("<C-n>")
    #expect(harness.effects == [.openFile(exercise: "exercise-2", path: "notes.md")])
    harness.press("h")
    #expect(harness.effects.isEmpty)
    #expect(harness.state.workbench?.tab == .file("train.py"))
    harness.take(
      .workbench(
        .opened(
          exercise: "exercise-2", page: .loaded(""), files: ["notes.md"], notice: nil)))
    #expect(harness.state.workbench?.tabs.contains(.file("train.py")) == true)
    harness.press("<C-n>")
    #expect(harness.state.workbench?.tab != .file("train.py"))
  }

  @Test func closingAFileLetsNoTextGo() {
    var harness = harness()
    harness.press("x<C-w>")
    #expect(harness.state.workbench?.tab == .file("train.py"))
    #expect(harness.state.notice?.text.contains("train.py is not saved") == true)
    harness.press("<C-z><C-w>")
    #expect(harness.state.workbench?.tab == .page)
    #expect(harness.state.workbench?.fileStates["train.py"] == nil)
  }

  @Test func escapeLeavesTheEditor() {
    var harness = harness()
    harness.press("q")
    #expect(harness.state.dialog == nil)
    harness.press("<Esc>")
    #expect(harness.state.focus == .outline)
    #expect(harness.state.workbench?.modifiedFiles == ["train.py"])
  }

  @Test(arguments: [("o", true), ("r", false)])
  func aFileChangedOnDiskLosesNoText(key: String, overwrites: Bool) {
    var harness = harness()
    harness.press("a")
    harness.press("<C-s>")
    // Another file has come to the front before the answer.
    harness.openFile("notes.md", text: "notes\n")
    harness.take(.workbench(.fileChangedOnDisk(exercise: "exercise-2", path: "train.py")))
    #expect(harness.state.dialog == .changedOnDisk(path: "train.py"))
    #expect(harness.state.workbench?.tab == .file("train.py"))
    harness.take(.shellOpened(RunID(90), exercise: "exercise-2"))
    let effects = harness.press(key)
    if overwrites {
      #expect(effects == [save("aone\n", overwriting: true)])
    } else {
      #expect(
        effects == [
          .keepDraft(Draft(exercise: "exercise-2", path: "train.py", text: "aone\n")),
          .openFile(exercise: "exercise-2", path: "train.py"),
        ])
    }
    #expect(harness.state.dialog == nil)
  }

  @Test func decidingLaterKeepsTheText() {
    var harness = harness()
    harness.press("a<C-s>")
    harness.take(.workbench(.fileChangedOnDisk(exercise: "exercise-2", path: "train.py")))
    harness.press("<Esc>")
    #expect(harness.state.workbench?.editor?.text == "aone\n")
    #expect(harness.state.workbench?.modifiedFiles == ["train.py"])
  }

  @Test func quitsAtOnceWhenNothingIsAtStake() {
    var harness = ConsoleHarness()
    #expect(harness.press("q") == [.quit])
    harness.open()
    harness.startBatch()
    harness.endBatch()
    #expect(harness.press("q") == [.quit])
  }

  @Test func asksWhenARunIsAlive() {
    var harness = ConsoleHarness()
    harness.open()
    harness.startBatch()
    #expect(harness.press("q").isEmpty)
    #expect(harness.state.dialog == .confirmQuit)
    #expect(harness.press("n").isEmpty)
    #expect(harness.state.dialog == nil)
    #expect(harness.press("q<Enter>") == [.quit])
  }

  @Test func asksWhenAFileIsUnsavedAndEnterIsNoAnswer() {
    var harness = harness()
    harness.press("a")
    #expect(harness.press("<C-q>").isEmpty)
    #expect(harness.state.dialog == .confirmQuit)
    #expect(harness.press("<Enter>").isEmpty)
    #expect(harness.press("y") == [.quit])
    #expect(harness.state.drafts.map(\.text) == ["aone\n"])
  }

  @Test func savesEverythingThenQuits() {
    var harness = harness()
    harness.press("a")
    harness.openFile("notes.md", text: "notes\n")
    harness.press("b<C-q>s")
    #expect(harness.effects == [save("aone\n"), save("bnotes\n", "notes.md")])
    #expect(harness.take(saved("aone\n")).isEmpty)
    #expect(harness.take(saved("bnotes\n", "notes.md")) == [.quit])
  }

  @Test func aSaveThatFailsDoesNotQuit() {
    let failures: [ConsoleEvent] = [
      .workbench(.failed(Diagnosis(says: "The disk is full.", remedy: "Make room."))),
      .workbench(.fileChangedOnDisk(exercise: "exercise-2", path: "train.py")),
    ]
    for failure in failures {
      var harness = harness()
      harness.press("a<C-q>s")
      harness.take(failure)
      #expect(harness.effects.isEmpty)
      harness.press("<Esc><C-s>")
      #expect(harness.take(saved("aone\n")).isEmpty)
    }
  }

  @Test func whoGoesOnTypingDoesNotQuit() {
    var harness = harness()
    harness.press("a<C-q>s")
    harness.press("b")
    #expect(harness.take(saved("aone\n")).isEmpty)
    harness.press("<C-s>")
    #expect(harness.take(saved("abone\n")).isEmpty)
  }

  @Test func aFailureIsShownWithItsRemedy() {
    var harness = ConsoleHarness(columns: 80, rows: 24)
    harness.open()
    let failure = Diagnosis(
      says: "/home/somebody/atelier/pixi-ml/exercise-2/train.py was not saved: it is read-only.",
      remedy: "Allow it with chmod u+w.")
    harness.take(.workbench(.failed(failure)))
    let frame = harness.state.render().frame
    #expect(frame.textOfRow(21).contains("✗ /home/somebody/atelier/pixi-ml/exercise-2/train.py"))
    #expect(frame.textOfRow(22).contains("Allow it with chmod u+w."))
    harness.press("<Esc>")
    #expect(!harness.state.render().frame.textOfRow(22).contains("chmod"))
  }
}
