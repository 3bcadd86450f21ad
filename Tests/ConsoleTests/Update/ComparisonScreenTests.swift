import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct ComparisonScreenTests {
  @Test func saysWhatIsNeededToReadTheFigures() {
    var harness = ConsoleHarness(columns: 120, rows: 60)
    harness.open()
    harness.startBatch()
    harness.press("c")
    let plain = harness.comparison()
    harness.take(
      .comparison(
        Comparison(
          exercise: plain.exercise, sides: plain.sides,
          figures: plain.figures.map { figure in
            Comparison.Figure(
              id: figure.id, title: figure.title, unit: "", direction: .higher,
              values: figure.values, ratios: figure.ratios, verdict: .none,
              note: "The epochs differ.")
          }, curves: plain.curves,
          differences: [Comparison.Difference(subject: "jax", values: ["0.4", nil])],
          sharedPackages: 12, sentences: plain.sentences)))
    var text = harness.state.render().frame.text
    #expect(text.contains("figure 0, figure 1: The epochs differ."))
    #expect(text.contains("12 packages are the same."))
    // A run that goes on has not ended badly.
    #expect(text.contains("still runs") && !text.contains("0 of 1"))
    harness.endBatch()
    text = harness.state.render().frame.text
    #expect(text.contains("1 of 1 ended well"))
  }

  private func harness() -> ConsoleHarness {
    var harness = ConsoleHarness()
    harness.open()
    harness.startBatch()
    harness.press("4")
    return harness
  }

  @Test func theRunsOfTheTwoPanesAreCompared() {
    var harness = ConsoleHarness()
    harness.open()
    #expect(harness.press("1c").isEmpty)
    #expect(harness.state.notice?.text.contains("no two runs to compare") == true)
    harness = self.harness()
    #expect(harness.press("c") == [.compare([RunID(10), RunID(11)])])
    harness.take(.comparison(harness.comparison()))
    let text = harness.state.render().frame.text
    #expect(text.contains("They differ."))
    #expect(text.contains("loss over time"))
    harness.press("<Esc>")
    #expect(harness.state.screens.isEmpty)
  }

  @Test func itIsReadAnewOnceASecondAndOnceAfterTheEnd() {
    var harness = harness()
    harness.press("c")
    #expect(harness.take(.tick(harness.state.clock)).isEmpty)
    #expect(harness.tick() == [.compare([RunID(10), RunID(11)])])
    harness.endBatch()
    #expect(harness.tick() == [.compare([RunID(10), RunID(11)])])
    #expect(harness.tick().isEmpty)
  }

  @Test func repeatsThatComeJoinIt() {
    var harness = harness()
    harness.press("c")
    var batch = harness.state.batches[.init(1)]!
    batch.lanes[0].workloadRuns = [RunID(10), RunID(12)]
    harness.take(.engine(.batch(batch)))
    #expect(harness.tick() == [.compare([RunID(10), RunID(12), RunID(11)])])
  }

  @Test func anAnswerAboutOtherRunsIsNotTaken() {
    var harness = harness()
    harness.press("c")
    harness.take(.comparison(harness.comparison(runs: [10, 99])))
    #expect(harness.state.comparison?.value == nil)
  }

  @Test func keysChangeSeriesAxisAndWhatIsInView() {
    var harness = harness()
    harness.press("c")
    harness.take(.comparison(harness.comparison(figures: 60)))
    func text() -> String { harness.state.render().frame.text }
    harness.press("s")
    #expect(text().contains("accuracy over time"))
    harness.press("a")
    #expect(text().contains("accuracy over step"))
    harness.press("a")
    #expect(text().contains("accuracy has no values over epoch: a changes the axis."))
    harness.press("S")
    #expect(harness.state.comparison?.shownSeries == "loss")
    #expect(!text().contains("figure 59"))
    #expect(text().contains("more below"))
    harness.press("G")
    #expect(text().contains("figure 59"))
    harness.press("z")
    #expect(!text().contains("figure"))
  }

  @Test func aClickOnTheStripOpensIt() throws {
    var harness = harness()
    let strip = try #require(harness.state.layout.strip)
    #expect(
      harness.mouse(.press, strip.column + 3, strip.row + 2) == [.compare([RunID(10), RunID(11)])])
  }
}
