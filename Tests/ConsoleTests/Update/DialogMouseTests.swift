import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct DialogMouseTests {
  /// The middle of the first place where a text stands on the screen.
  private func click(_ harness: inout ConsoleHarness, _ text: String) -> [ConsoleEffect] {
    let frame = harness.state.render().frame
    for row in 0..<frame.size.rows {
      // Every character of these lines takes one column.
      let line = Array(frame.textOfRow(row))
      let wanted = Array(text)
      guard line.count >= wanted.count else { continue }
      for column in 0...(line.count - wanted.count)
      where Array(line[column..<column + wanted.count]) == wanted {
        return harness.mouse(.press, column + wanted.count / 2, row)
      }
    }
    Issue.record("\(text) is not on the screen")
    return []
  }

  @Test func aChoiceIsClicked() {
    var harness = ConsoleHarness()
    harness.open()
    harness.startBatch()
    harness.press("1q")
    _ = click(&harness, "Esc stay")
    #expect(harness.state.dialog == nil)
    harness.press("q")
    #expect(click(&harness, "Enter quit") == [.quit])
  }

  @Test func aRowIsChosenAndASecondClickOpensIt() {
    var harness = ConsoleHarness()
    harness.open()
    harness.press("1E")
    _ = click(&harness, "The gpu one")
    #expect(harness.state.dialog == .environments(selected: 1))
    _ = click(&harness, "The gpu one")
    #expect(harness.state.currentEnvironment == "gpu")
    #expect(harness.state.dialog == nil)
  }

  @Test func aFileAndACommandAreClicked() {
    var harness = ConsoleHarness()
    harness.open()
    harness.press("1f")
    _ = click(&harness, "the exercise's page")
    #expect(harness.state.dialog == nil)
    harness.press(":zoom")
    _ = click(&harness, "Give the pane")
    #expect(harness.state.isZoomed)
  }

  @Test func beforeItIsPlannedABatchCannotBeClickedAway() {
    var harness = ConsoleHarness()
    harness.open()
    harness.press("1d")
    _ = click(&harness, "Looking at what")
    #expect(harness.state.dialog != nil)
    _ = click(&harness, "Esc not now")
    #expect(harness.state.dialog == nil)
  }

  @Test func theFootersKeysAreClicked() {
    var harness = ConsoleHarness(columns: 200, rows: 60)
    harness.open()
    harness.press("1")
    _ = click(&harness, "R all runs")
    #expect(harness.state.runList != nil)
    _ = click(&harness, "Esc back")
    #expect(harness.state.screens.isEmpty)
    _ = click(&harness, "Tab next pane")
    #expect(harness.state.focus == .workbench)
    _ = click(&harness, "? help")
    #expect(harness.state.dialog == .help(scroll: 0))
    _ = click(&harness, "Esc close")
    #expect(harness.state.dialog == nil)
  }

  @Test func theWheelMovesWhatIsMarked() {
    var harness = ConsoleHarness()
    harness.open()
    harness.press("1E")
    harness.mouse(.scrollDown, 60, 20)
    #expect(harness.state.dialog == .environments(selected: 1))
  }
}
