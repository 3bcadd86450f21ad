import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct RunListTests {
  private func harness() -> ConsoleHarness {
    var harness = ConsoleHarness()
    harness.open()
    harness.startBatch()
    harness.press("R")
    harness.take(
      .history([
        harness.stored(3, name: "best", isPinned: true), harness.stored(2, environment: "gpu"),
        harness.stored(1, exercise: "exercise-1", ending: .signaled(9)),
        harness.stored(10),
      ]))
    return harness
  }

  private func ids(_ harness: ConsoleHarness) -> [Int] {
    harness.state.runListRows(harness.state.runList?.filter.text ?? "").map(\.id.number)
  }

  @Test func pinnedRunsStandFirstAndThenTheNewest() {
    var harness = ConsoleHarness()
    #expect(harness.press("R") == [.readHistory])
    harness = self.harness()
    #expect(ids(harness) == [3, 11, 10, 2, 1])
  }

  @Test func theFilterLeavesTheRowsThatHoldItsWords() {
    var harness = harness()
    harness.press("/gpu fin")
    #expect(ids(harness) == [2])
    // Letters were no commands.
    #expect(harness.state.runList?.marked == [])
    harness.press("<Esc>")
    #expect(ids(harness).count == 5)
    harness.press("/exercise-1<Enter>")
    #expect(ids(harness) == [1])
    // The filter that was kept goes first, and what was in front stays there.
    #expect(harness.press("<Esc>").isEmpty)
    #expect(ids(harness).count == 5)
    #expect(harness.state.listedRun?.id == RunID(1))
    harness.press("<Esc>")
    #expect(harness.state.screens.isEmpty)
  }

  @Test func whereNothingCanBeKeptTheListSaysSo() {
    var harness = harness()
    #expect(!harness.state.render().frame.text.contains("Not kept"))
    let fault = Diagnosis(says: "The disk is full.", remedy: "Make room.")
    harness.take(.engine(.memory(.unavailable(fault))))
    #expect(harness.state.render().frame.text.contains("Not kept: these runs have their logs"))
    harness = ConsoleHarness()
    harness.take(.engine(.memory(.unavailable(fault))))
    harness.press("R")
    harness.take(.history([]))
    #expect(harness.state.render().frame.text.contains("earlier runs cannot be read"))
  }

  @Test func aNamedRunIsFoundByWhatItDoesToo() {
    var harness = harness()
    harness.press("/train cpu pinned<Enter>")
    #expect(ids(harness) == [3])
  }

  @Test func anEarlierRunHasTheLastOfItsFigures() {
    var harness = harness()
    #expect(!harness.state.render().frame.text.contains("loss 0.231"))
    func series(_ name: String, last: Double) -> SeriesSummary {
      SeriesSummary(name: name, count: 9, first: 1, last: last, minimum: 0, maximum: 1)
    }
    harness.take(
      .historyFigures([RunID(2): [series("accuracy", last: 0.941), series("loss", last: 0.231)]]))
    #expect(harness.state.render().frame.text.contains("loss 0.231 · 94.1 %"))
  }

  @Test func aRunOfThisSessionGoesToThePaneInFront() {
    var harness = harness()
    harness.press("j<Enter>")
    #expect(harness.state.screens.isEmpty)
    #expect(harness.state.focus == .secondRun)
    #expect(harness.state.runPanes.map { $0.lane?.run } == [RunID(10), RunID(11)])
  }

  @Test func anEarlierRunShowsWhatIsKeptOfIt() {
    var harness = harness()
    harness.press("G<Enter>")
    let text = harness.state.render().frame.text
    #expect(text.contains("killed (SIGKILL)"))
    #expect(text.contains("n/a: none was kept"))
    harness.press("<Esc>")
    #expect(harness.state.runList != nil)
  }

  @Test func markedRunsAreComparedInTheirOrder() {
    var harness = harness()
    harness.press("jj  ")
    #expect(harness.state.runList?.marked == [RunID(10), RunID(2)])
    #expect(harness.press("c") == [.compare([RunID(10), RunID(2)])])
    #expect(harness.state.comparison != nil)
    harness.press("<Esc>")
    #expect(harness.state.runList?.marked == [RunID(10), RunID(2)])
  }

  @Test func runsOfAnotherExerciseAreNotMarkedWithIt() {
    var harness = harness()
    harness.press(" G ")
    #expect(harness.state.runList?.marked == [RunID(3)])
    #expect(harness.state.notice?.text.contains("runs of one exercise") == true)
    #expect(harness.press("c").isEmpty)
    #expect(harness.state.notice?.text.contains("Mark two to four") == true)
  }

  @Test(
    arguments: [
      ("p", [.pinRun(RunID(3), false)]),
      ("n<C-u>worse<Enter>", [.renameRun(RunID(3), "worse")]),
      ("jx", [.stopRun(RunID(11))]), ("x", []),
    ] as [(String, [ConsoleEffect])])
  func keysActOnTheRunInFront(keys: String, effects: [ConsoleEffect]) {
    var harness = harness()
    #expect(harness.press(keys) == effects)
  }

  @Test func aClickChoosesARowAndASecondOneOpensIt() throws {
    var harness = harness()
    // The frame, the filter and the titles stand above the rows.
    let row = harness.state.screenBody.row + 3 + 1
    harness.mouse(.press, 10, row)
    #expect(harness.state.runList?.selected == 1)
    harness.mouse(.press, 10, row)
    #expect(harness.state.screens.isEmpty)
  }

  @Test func whatEndsIsReadAnew() {
    var harness = harness()
    let effects = harness.take(.engine(.run(harness.run(10, ConsoleHarness.ended))))
    #expect(effects.contains(.readHistory))
  }
}
