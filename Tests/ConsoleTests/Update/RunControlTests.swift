import ProcessRunner
import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct RunControlTests {
  private func harness(_ change: (inout RunSnapshot) -> Void = { _ in }) -> ConsoleHarness {
    var harness = ConsoleHarness()
    harness.open()
    harness.startBatch()
    var run = harness.run(10, .running(processID: 7))
    change(&run)
    harness.take(.engine(.run(run)), .screen(RunID(10), ConsoleHarness.screen(scrollback: 30)))
    harness.press("4")
    return harness
  }

  private func shown(_ harness: ConsoleHarness) -> String { harness.state.render().frame.text }

  @Test(
    arguments: [
      ("a", .restartRun(RunID(10))), ("p", .pauseRun(RunID(10))), ("P", .pinRun(RunID(10), true)),
      ("w", .saveRunText(RunID(10))), ("x", .stopRun(RunID(10))), ("X", .stopBatch(.init(1))),
      ("mbest<Enter>", .renameRun(RunID(10), "best")),
      ("m <Enter>", .renameRun(RunID(10), nil)),
      ("u10m<Enter>", .setTimeout(RunID(10), 600)), ("u<Enter>", .setTimeout(RunID(10), nil)),
    ] as [(String, ConsoleEffect)])
  func keysInARunsPaneControlIt(keys: String, effect: ConsoleEffect) {
    var harness = harness()
    #expect(harness.press(keys) == [effect])
    #expect(harness.state.dialog == nil)
  }

  @Test func whatIsPausedGoesOnAndWhatIsPinnedIsLetGo() {
    var harness = harness { run in
      run.state = .paused(processID: 7)
      run.isPinned = true
    }
    #expect(harness.press("p") == [.resumeRun(RunID(10))])
    #expect(harness.press("P") == [.pinRun(RunID(10), false)])
    #expect(shown(harness).contains("train in cpu ★"))
    #expect(shown(harness).contains("paused"))
  }

  @Test func nobodyTypesIntoWhatStandsStill() {
    var harness = harness { $0.state = .paused(processID: 7) }
    harness.press("<Enter>")
    #expect(harness.state.typingInto == nil)
    #expect(shown(harness).contains("This run is paused: p lets it go on."))
  }

  @Test func aCommandTypedBesideAShellDoesNotFreezeIt() {
    var harness = ConsoleHarness()
    harness.open()
    harness.openShell()
    harness.press("<C-q>")
    #expect(harness.state.typingInto == nil)
    #expect(harness.press("p").isEmpty)
    #expect(shown(harness).contains("A shell is not paused: Enter types into it."))
  }

  @Test func aTimeThatIsNoneIsNotTaken() {
    var harness = harness()
    #expect(harness.press("usoon<Enter>").isEmpty)
    #expect(shown(harness).contains("soon is no time: write 90s, 10m or 1h30m."))
    harness.press("<Esc>")
    #expect(harness.state.dialog == nil)
  }

  @Test func theTitleSaysNameRepeatAndTimeLeft() {
    var harness = harness { run in
      run.name = "second try"
      run.repetition = 2
      run.options.timeoutSeconds = 300
    }
    var batch = harness.state.batches[.init(1)]
    batch?.repeats = 5
    harness.take(.engine(.batch(batch!)))
    harness.take(.terminal(.resize(Size(columns: 200, rows: 60))))
    let text = shown(harness)
    #expect(text.contains("second try 2/5"))
    #expect(text.contains("stops in 5:00"))
  }

  @Test func aQuestionIsShownWithItsAnswersKey() {
    var harness = harness { $0.attention = "It asks: overwrite results.csv? [y/N]" }
    #expect(
      harness.state.notice?.text == "train in cpu: It asks: overwrite results.csv? [y/N]")
    #expect(shown(harness).contains("Enter"))
    #expect(harness.state.verdict(onPane: 0)?.text.hasSuffix("Enter answers.") == true)
    harness.press("<Enter>")
    #expect(harness.state.typingInto == RunID(10))
    #expect(harness.state.verdict(onPane: 0)?.text.hasSuffix("[y/N]") == true)
  }

  @Test func whatOnlyTellsIsNothingToAnswer() {
    let harness = harness { $0.attention = "It waits for another pixi." }
    #expect(harness.state.verdict(onPane: 0)?.text == "It waits for another pixi.")
  }

  @Test func progressIsDrawnWithItsWords() {
    let harness = harness { $0.progress = RunProgress(fraction: 0.5, words: "41 of 94 packages") }
    #expect(shown(harness).contains("█"))
    #expect(shown(harness).contains("41 of 94 packages"))
  }

  @Test func aRunThatStartsByItselfTakesThePaneItWasAskedFrom() {
    var harness = harness()
    // A run by itself, in the second pane.
    harness.take(.engine(.run(harness.run(20, .running(processID: 9)))))
    harness.press("5]")
    #expect(harness.state.runPanes[1].lane?.run == RunID(20))
    #expect(harness.press("a") == [.restartRun(RunID(20))])
    harness.take(
      .engine(.run(harness.run(20, ConsoleHarness.ended))),
      .engine(.run(harness.run(30, .running(processID: 9)))), .started(RunID(30)))
    #expect(harness.state.runPanes.map { $0.lane?.run } == [RunID(10), RunID(30)])
    // The one it stood for goes on behind it.
    #expect(shown(harness).contains("4 of 4"))
    harness.press("]")
    #expect(harness.state.runPanes[1].lane?.run == RunID(11))
  }

  @Test func aLanesRunIsStartedAgainInItsLane() {
    var harness = harness()
    harness.press("4a")
    var batch = harness.state.batches[.init(1)]!
    batch.lanes[0].run = RunID(40)
    harness.take(
      .engine(.run(harness.run(40, .running(processID: 9)))), .started(RunID(40)),
      .engine(.batch(batch)))
    #expect(harness.state.runPanes.map { $0.lane?.run } == [RunID(40), RunID(11)])
    #expect(harness.state.runPanes[0].slot == .lane(.init(1), 0))
  }

  @Test func anEndedRunIsStartedAgainAndAShellIsNot() {
    var harness = harness()
    harness.endBatch()
    #expect(harness.press("4a") == [.restartRun(RunID(10))])
    harness.openShell()
    harness.press("<C-q>")
    #expect(harness.press("a").isEmpty)
    #expect(harness.state.notice?.text == "A shell is not run again: s opens another.")
  }
}
