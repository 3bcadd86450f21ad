import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct BatchDialogTests {
  @Test func whoLeavesTheOptionsIsAskedAsBefore() {
    var harness = ConsoleHarness()
    harness.open()
    harness.press("d")
    guard case .confirmBatch(var preview)? = harness.state.dialog else {
      Issue.record("Nothing is asked.")
      return
    }
    preview.commands = .planned(ConsoleHarness.commands)
    harness.take(.planned(preview))
    harness.press("o")
    #expect(harness.state.dialog != .confirmBatch(preview))
    harness.press("<Esc>")
    #expect(harness.state.dialog == .confirmBatch(preview))
  }

  /// The preview that was asked for by the last effects.
  private func asked(_ harness: ConsoleHarness) throws -> BatchPreview {
    for case .planBatch(let preview) in harness.effects { return preview }
    throw NothingAsked()
  }

  private struct NothingAsked: Error {}

  private func answered(
    _ preview: BatchPreview, _ commands: BatchPreview.Commands = .planned(ConsoleHarness.commands)
  ) -> ConsoleEvent {
    var preview = preview
    preview.commands = commands
    return .planned(preview)
  }

  @Test func nothingStartsBeforeTheCommandsWereShown() throws {
    var harness = ConsoleHarness()
    harness.open()
    harness.press("d")
    let preview = try asked(harness)
    #expect(preview.environments == ["cpu", "gpu"])
    #expect(preview.panes == [0, 1])
    #expect(harness.press("<Enter>").isEmpty)
    #expect(harness.state.dialog == .confirmBatch(preview))
    harness.take(answered(preview))
    let effects = harness.press("<Enter>")
    guard case .startBatch(let request)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(request.environments == ["cpu", "gpu"])
    #expect(!request.onlyInstalls)
    #expect(harness.state.dialog == nil)
    #expect(harness.state.focus == .firstRun)
  }

  @Test func whatIsImpossibleCannotBeStarted() throws {
    var harness = ConsoleHarness()
    harness.open()
    harness.press("r")
    let reason = Diagnosis(says: "No.", remedy: "Never.")
    harness.take(answered(try asked(harness), .impossible(reason)))
    #expect(harness.press("<Enter>y").isEmpty)
    #expect(harness.state.dialog != nil)
    harness.press("n")
    #expect(harness.state.dialog == nil)
  }

  @Test func theAnswerToAnOlderQuestionIsNotTaken() throws {
    var harness = ConsoleHarness()
    harness.open()
    harness.press("r")
    let run = try asked(harness)
    harness.press("<Esc>Ei")
    let install = try asked(harness)
    #expect(install.onlyInstalls && install.environments == run.environments)
    harness.take(answered(run))
    #expect(harness.press("<Enter>").isEmpty)
    harness.take(answered(install))
    #expect(!harness.press("<Enter>").isEmpty)
  }

  @Test func aLateAnswerOpensNoDialog() throws {
    var harness = ConsoleHarness()
    harness.open()
    harness.press("r")
    let preview = try asked(harness)
    harness.press("<Esc>")
    harness.take(answered(preview))
    #expect(harness.state.dialog == nil)
  }

  @Test func bothLanesGoToTheirPanes() {
    var harness = ConsoleHarness()
    harness.open()
    harness.startBatch()
    #expect(harness.state.runPanes.map { $0.lane?.run } == [RunID(10), RunID(11)])
    harness.endBatch()
    #expect(harness.state.notice?.kind == .success)
    #expect(harness.state.notice?.text.hasPrefix("Both runs have finished.") == true)
  }

  @Test(arguments: [("4", 0), ("5", 1), ("1", 0)])
  func aSingleRunGoesToTheFreePaneInFront(focus: String, pane: Int) throws {
    var harness = ConsoleHarness()
    harness.open()
    harness.press(focus + "r")
    let preview = try asked(harness)
    #expect(preview.panes == [pane])
    harness.take(answered(preview))
    harness.press("<Enter>")
    harness.startBatch(1, ["cpu"])
    #expect(harness.state.runPanes[pane].lane?.run == RunID(10))
    #expect(harness.state.runPanes[1 - pane].lane == nil)
  }

  @Test func aRunThatIsUnderWayKeepsItsPaneWhileAnotherIsFree() throws {
    var harness = ConsoleHarness()
    harness.open()
    harness.startBatch(1, ["cpu"])
    harness.press("4r")
    let preview = try asked(harness)
    #expect(preview.panes == [1])
    harness.take(answered(preview))
    harness.press("<Enter>")
    harness.startBatch(2, ["cpu"])
    #expect(harness.state.runPanes.map { $0.lane?.run } == [RunID(10), RunID(20)])
  }

  @Test func aThirdRunStandsBeforeOneThatGoesOnBehindIt() throws {
    var harness = ConsoleHarness()
    harness.open()
    harness.startBatch()
    harness.press("5r")
    let preview = try asked(harness)
    #expect(preview.panes == [1])
    harness.take(answered(preview))
    harness.press("<Enter>")
    harness.startBatch(2, ["cpu"])
    #expect(harness.state.runPanes.map { $0.lane?.run } == [RunID(10), RunID(20)])
    #expect(harness.state.aliveRuns.count == 3)
    #expect(harness.press("[") == [.readScreen(RunID(11), scrollOffset: 0)])
    #expect(harness.state.runPanes[1].lane?.run == RunID(11))
  }

  @Test func aBatchThatNobodyAskedForHereTakesNoPaneThatIsUnderWay() {
    var harness = ConsoleHarness()
    harness.open()
    harness.startBatch()
    harness.startBatch(2, ["cpu"])
    #expect(harness.state.runPanes.map { $0.lane?.run } == [RunID(10), RunID(11)])
  }

  @Test func stopAsksForTheRunOrOnlyForTheLaneThatWaits() {
    var harness = ConsoleHarness()
    harness.open()
    #expect(harness.press("4x").isEmpty)
    #expect(harness.state.notice?.text == "Nothing is running in this pane.")
    harness.startBatch()
    #expect(harness.press("x") == [.stopRun(RunID(10))])
    harness.endBatch()
    harness.take(
      .engine(
        .batch(
          BatchSnapshot(
            id: .init(2), exercise: "exercise-2",
            lanes: ["cpu", "gpu"].map { BatchLane(environment: $0, phase: .waiting("a turn")) }))))
    #expect(harness.press("5x") == [.stopLane(.init(2), lane: 1)])
    #expect(harness.press("X") == [.stopBatch(.init(2))])
  }

  @Test func aFailureIsToldOnce() {
    var harness = ConsoleHarness()
    harness.open()
    var lanes = [
      BatchLane(environment: "cpu", phase: .failed(.init(says: "It broke.", remedy: "Mend it."))),
      BatchLane(environment: "gpu", phase: .installing),
    ]
    harness.take(
      .engine(.batch(BatchSnapshot(id: .init(1), exercise: "exercise-2", lanes: lanes))))
    #expect(harness.state.notice == Notice(.failure, "It broke. Mend it."))
    harness.press("<Esc>")
    lanes[1].phase = .waiting("ready")
    harness.take(
      .engine(.batch(BatchSnapshot(id: .init(1), exercise: "exercise-2", lanes: lanes))))
    #expect(harness.state.notice == nil)
  }

  @Test func anInstallThatHadNothingToDoSaysSo() {
    var harness = ConsoleHarness()
    harness.open()
    harness.take(
      .engine(
        .batch(
          BatchSnapshot(
            id: .init(1), exercise: "exercise-2",
            lanes: [BatchLane(environment: "cpu", phase: .ended)]))))
    #expect(harness.state.notice == Notice(.success, "cpu is installed."))
  }

  @Test func everyCommandCanBeReadOnASmallScreen() throws {
    var harness = ConsoleHarness(columns: 80, rows: 24)
    harness.open()
    harness.press("d")
    let commands = PlannedCommands(
      installs: (1...30).map { "install \($0)" }, runs: ["the last command"])
    harness.take(answered(try asked(harness), .planned(commands)))
    #expect(!shown(harness).contains("the last command"))
    harness.press(String(repeating: "<Down>", count: 100))
    #expect(shown(harness).contains("the last command"))
    // Keys beyond the end are not counted: the first key back scrolls back.
    harness.press("<Up>")
    #expect(!shown(harness).contains("the last command"))
  }

  private func shown(_ harness: ConsoleHarness) -> String {
    let frame = harness.state.render().frame
    return (0..<frame.size.rows).map { frame.textOfRow($0) }.joined(separator: "\n")
  }
}
