import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct ScrollingTests {
  private func harness() -> ConsoleHarness {
    var harness = ConsoleHarness()
    harness.open()
    harness.startBatch()
    for id in [10, 11] {
      harness.take(.screen(RunID(id), ConsoleHarness.screen(scrollback: 30)))
    }
    harness.press("4")
    return harness
  }

  @Test func aRunScrollsWithinItsOutput() {
    var harness = harness()
    #expect(harness.press("k") == [.readScreen(RunID(10), scrollOffset: 1, asOf: 30)])
    harness.press("<Home>")
    #expect(harness.state.runPanes[0].scrollOffset == 30)
    #expect(harness.press("k").isEmpty)
    #expect(harness.press("<End>") == [.readScreen(RunID(10), scrollOffset: 0)])
    #expect(harness.press("j").isEmpty)
    #expect(harness.state.runPanes[1].scrollOffset == 0)
  }

  @Test func aViewThatIsScrolledBackKeepsItsLinesWhileOutputGoesOn() {
    var harness = harness()
    harness.press("kk")
    let asked = harness.take(.engine(.screen(RunID(10))))
    #expect(asked == [.readScreen(RunID(10), scrollOffset: 2, asOf: 30)])
    // Twenty lines came: the same lines are now 22 back.
    harness.take(.screen(RunID(10), ConsoleHarness.screen(scrollback: 50, offset: 22)))
    #expect(harness.state.runPanes[0].scrollOffset == 22)
    // A late answer does not take the one back who has gone to the end.
    harness.press("G")
    harness.take(.screen(RunID(10), ConsoleHarness.screen(scrollback: 60, offset: 32)))
    #expect(harness.state.runPanes[0].scrollOffset == 0)
  }

  @Test func theWheelScrollsWhatIsUnderIt() throws {
    var harness = harness()
    let second = try #require(harness.state.layout.inside(.secondRun))
    harness.mouse(.scrollUp, second.column + 1, second.row + 3)
    #expect(harness.effects == [.readScreen(RunID(11), scrollOffset: 3, asOf: 30)])
    #expect(harness.state.focus == .firstRun)
    #expect(harness.state.runPanes.map(\.scrollOffset) == [0, 3])
  }

  @Test func aShellScrollsAndTypingComesBackToTheEnd() {
    var harness = ConsoleHarness()
    harness.open()
    harness.openShell()
    harness.take(.screen(RunID(90), ConsoleHarness.screen(scrollback: 30)))
    harness.press("<C-q>")
    #expect(harness.press("k") == [.readScreen(RunID(90), scrollOffset: 1, asOf: 30)])
    harness.press("i")
    #expect(
      harness.press("x") == [
        .readScreen(RunID(90), scrollOffset: 0), .sendKey(.character("x"), RunID(90)),
      ])
  }

  @Test func thePageScrollsToItsEndAndNoFurther() {
    var harness = ConsoleHarness()
    harness.open()
    harness.take(
      .workbench(
        .opened(
          exercise: "exercise-2",
          page: .loaded((1...100).map { "line \($0)\n" }.joined(separator: "\n")), files: [],
          notice: nil)))
    harness.press("G")
    let end = harness.state.workbench?.pageScroll ?? 0
    #expect(end == harness.state.pageLineCount - harness.state.pageVisibleRows)
    harness.press("j")
    #expect(harness.state.workbench?.pageScroll == end)
    harness.press("g")
    #expect(harness.state.workbench?.pageScroll == 0)
  }
}
