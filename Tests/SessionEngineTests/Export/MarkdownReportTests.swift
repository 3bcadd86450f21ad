import SessionEngine
import Testing

@Suite struct MarkdownReportTests {
  @Test func everyRowHasAsManyCellsAsItsHeading() throws {
    let text = MarkdownReport(try ExportFixture.duel()).text
    var columns: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        columns = nil
        continue
      }
      // A bar within a cell is written with a backslash.
      let count = line.replacing(#"\|"#, with: "").count { $0 == "|" }
      #expect(count == columns ?? count)
      columns = count
    }
    #expect(
      text.contains(
        "| Images per second | 2\u{202F}520 images/s (2\u{202F}400 to 2\u{202F}600) |"))
    #expect(text.contains("gpu is better |"))
  }

  @Test func namesStayWhatTheyAre() throws {
    let text = MarkdownReport(try ExportFixture.duel()).text
    #expect(text.contains(##"\#11 a\|b &lt;script&gt;alert(1)&lt;/script&gt;"##))
    #expect(!text.contains("<script>"))
    #expect(text.contains("cd /home/someone/atelier/exercise-3 && pixi run --frozen -e gpu train"))
  }

  @Test func aCommandWithBackticksStaysInItsFence() throws {
    var run = Trainings.run(1)
    run.commandLine = "echo ```` ```"
    let text = MarkdownReport(RunReport.account(of: [run])).text
    #expect(text.contains("\n`````sh\ncd"))
  }
}
