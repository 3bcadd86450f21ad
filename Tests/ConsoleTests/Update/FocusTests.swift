import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct FocusTests {
  @Test(
    arguments: [
      ("<Tab>", .workbench), ("<Tab><Tab>", .gpu), ("<S-Tab>", .secondRun),
      ("<Tab><Tab><Tab><Tab><Tab>", .outline), ("3", .gpu), ("5", .secondRun), ("4", .firstRun),
      ("2", .workbench), ("31", .outline), ("<A-4>", .firstRun),
    ] as [(String, PaneID)])
  func keysMoveTheFocus(keys: String, focus: PaneID) {
    var harness = ConsoleHarness()
    harness.press(keys)
    #expect(harness.state.focus == focus)
  }

  @Test func aClickMovesTheFocusAndTakesTheKeyboardBack() throws {
    var harness = ConsoleHarness()
    harness.open()
    harness.startBatch()
    harness.press("4<Enter>")
    #expect(harness.state.typingInto == RunID(10))
    let gpu = try #require(harness.state.layout.panes[.gpu])
    harness.mouse(.press, gpu.column + 2, gpu.row + 2)
    #expect(harness.state.focus == .gpu)
    #expect(harness.state.typingInto == nil)
  }

  @Test func aClickOnARowSelectsItAndASecondOneOpensIt() throws {
    var harness = ConsoleHarness()
    let inside = try #require(harness.state.layout.inside(.outline))
    harness.mouse(.press, inside.column + 1, inside.row + 2)
    #expect(harness.state.outlineSelection == 2)
    #expect(harness.effects.isEmpty)
    harness.mouse(.press, inside.column + 1, inside.row + 2)
    #expect(harness.effects == [.openExercise("exercise-2")])
    #expect(harness.state.focus == .workbench)
  }

  @Test func aClickFindsTheRowOfAListThatIsScrolled() throws {
    var harness = ConsoleHarness(columns: 120, rows: 40)
    harness.press("G")
    // Two rows of room for three of the list: the last two are in view.
    harness.state.isZoomed = true
    harness.take(.terminal(.resize(Size(columns: 60, rows: 10))))
    let inside = try #require(harness.state.layout.inside(.outline))
    let hidden = harness.state.outlineRows.count - inside.rows
    harness.mouse(.press, inside.column + 1, inside.row)
    #expect(harness.state.outlineSelection == max(0, hidden))
  }

  @Test(arguments: [("j", 1), ("jj", 2), ("jjjj", 2), ("G", 2), ("Gk", 1), ("Gg", 0), ("k", 0)])
  func keysMoveTheSelectionWithinTheOutline(keys: String, row: Int) {
    var harness = ConsoleHarness()
    harness.press(keys)
    #expect(harness.state.outlineSelection == row)
  }

  @Test func aPartWithoutAnExerciseSaysSo() {
    var harness = ConsoleHarness()
    #expect(harness.press("j<Enter>").isEmpty)
    #expect(harness.state.notice?.text == "This part has no exercise to open.")
    harness.press("<Esc>")
    #expect(harness.state.notice == nil)
  }

  @Test func leavingAZoomedEditorKeepsTheFileInSight() {
    var harness = ConsoleHarness()
    harness.open(files: ["train.py"])
    harness.openFile("train.py")
    harness.state.isZoomed = true
    harness.press("<Esc>")
    #expect(harness.state.focus == .outline)
    #expect(harness.state.layout.panes[.workbench] != nil)
  }

  @Test func zoomAndThemeGoThereAndBack() {
    var harness = ConsoleHarness()
    harness.press("z")
    #expect(harness.state.isZoomed)
    harness.press("z")
    #expect(!harness.state.isZoomed)
    harness.press("T")
    #expect(harness.state.themeIndex == 1)
    harness.press("T")
    #expect(harness.state.themeIndex == 0)
  }
}
