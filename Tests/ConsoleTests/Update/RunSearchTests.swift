import ProcessRunner
import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct RunSearchTests {
  @Test func whatStandsStillIsReadAnewWhereItsPlaceGrows() {
    var harness = ConsoleHarness()
    harness.open()
    harness.startBatch()
    harness.state.focus = .firstRun
    // A run that goes on and is followed tells of its new screen itself.
    #expect(!harness.press("z").contains(.readScreen(RunID(10), scrollOffset: 0)))
    harness.press("z")
    harness.endBatch()
    #expect(harness.press("z").contains(.readScreen(RunID(10), scrollOffset: 0)))
  }

  @Test func theEndOfTheLastLineIsNoLineOfItsOwn() {
    var harness = ConsoleHarness()
    harness.take(.runText(RunID(10), "one\ntwo\nthree\n"))
    #expect(harness.state.notice?.text == "Copied 3 lines.")
    harness.take(.runText(RunID(10), "one\n"))
    #expect(harness.state.notice?.text == "Copied 3 characters.")
  }

  private static let run = RunID(10)

  private func harness() -> ConsoleHarness {
    var harness = ConsoleHarness()
    harness.open()
    harness.startBatch()
    harness.take(.screen(Self.run, ConsoleHarness.screen(scrollback: 100, total: 500)))
    harness.press("4")
    return harness
  }

  private func found(_ line: Int, _ text: String, _ ordinal: Int = 1) -> ConsoleEvent {
    .found(
      Self.run, query: text,
      TerminalMatch(line: line, columns: 2..<6, ordinal: ordinal, total: 17))
  }

  @Test func everyLetterLooksFromWhereTheSearchBegan() {
    var harness = harness()
    #expect(harness.press("/").isEmpty)
    let from = TerminalPlace(line: 500, column: 0)
    #expect(
      harness.press("lo") == [
        .findInRun(Self.run, text: "l", from: from, backwards: false),
        .findInRun(Self.run, text: "lo", from: from, backwards: false),
      ])
    // An answer to what is not asked any more is not taken.
    #expect(harness.take(found(450, "l")).isEmpty)
    #expect(harness.state.search?.match == nil)
    let effects = harness.take(found(450, "lo", 3))
    #expect(effects.count == 1)
    guard case .readScreen(Self.run, let offset, asOf: 500)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    // The line is in view, with lines around it.
    let first = 500 - offset
    #expect(first < 450 && 450 < first + 5)
    #expect(harness.state.render().frame.text.contains("/lo  3 of 17"))
  }

  @Test func theNextAndTheOneBeforeAreLookedForFromTheMatch() {
    var harness = harness()
    harness.press("/loss<Enter>")
    harness.take(found(450, "loss"))
    #expect(
      harness.press("n") == [
        .findInRun(
          Self.run, text: "loss", from: TerminalPlace(line: 450, column: 3), backwards: false)
      ])
    harness.take(found(450, "loss"))
    #expect(
      harness.press("N") == [
        .findInRun(
          Self.run, text: "loss", from: TerminalPlace(line: 450, column: 2), backwards: true)
      ])
    harness.press("<Esc>")
    #expect(harness.state.search == nil)
    #expect(harness.press("n").isEmpty)
    #expect(harness.state.notice?.text.contains("/ searches") == true)
  }

  @Test func stepsFasterThanTheirAnswersAreAllTaken() {
    var harness = harness()
    // The first of them comes before the search itself is answered.
    #expect(harness.press("/loss<Enter>nn").count == 4)
    func next(_ line: Int) -> ConsoleEffect {
      .findInRun(
        Self.run, text: "loss", from: TerminalPlace(line: line, column: 3), backwards: false)
    }
    #expect(harness.take(found(500, "loss")) == [next(500)])
    #expect(harness.press("nN").isEmpty)
    #expect(harness.take(found(501, "loss", 2)) == [next(501)])
    #expect(harness.take(found(502, "loss", 3)).isEmpty)
    #expect(harness.press("n") == [next(502)])
  }

  @Test func whatIsNotThereIsSaid() {
    var harness = harness()
    harness.press("/zzz")
    harness.take(.found(Self.run, query: "zzz", nil))
    #expect(harness.state.render().frame.text.contains("/zzz  not found"))
    #expect(harness.state.runPanes[0].scrollOffset == 0)
  }

  @Test func theFirstErrorIsBroughtIntoView() {
    var harness = harness()
    #expect(harness.press("!") == [.findFirstError(Self.run)])
    #expect(harness.take(found(420, "")).count == 1)
    #expect(harness.state.runPanes[0].scrollOffset > 0)
    harness.press("<Esc>!")
    harness.take(.found(Self.run, query: "", nil))
    #expect(harness.state.notice?.text == "No line of this run looks like an error.")
  }

  @Test func keysOfASearchAreNoCommands() {
    var harness = harness()
    harness.press("/qxd")
    #expect(harness.state.search?.text == "qxd")
    #expect(harness.state.dialog == nil)
    harness.take(.terminal(.paste("at\nb")))
    #expect(harness.state.search?.text == "qxdat")
  }

  @Test func aViewThatIsScrolledBackSaysHowMuchIsNew() {
    var harness = harness()
    harness.press("kkk")
    #expect(harness.state.render().frame.text.contains("↓ 3 lines below"))
    harness.take(
      .screen(Self.run, ConsoleHarness.screen(scrollback: 232, offset: 135, total: 632)))
    #expect(harness.state.render().frame.text.contains("↓ 132 new lines"))
    harness.press("G")
    #expect(!harness.state.render().frame.text.contains("↓ 132"))
  }
}
