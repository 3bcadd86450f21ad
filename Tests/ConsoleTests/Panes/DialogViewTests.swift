import Console
import SessionEngine
import TerminalCore
import Testing

@Suite struct DialogViewTests {
  @Test func everyCommandCanBeReadBeforeItIsAgreedTo() {
    var builder = ScreenBuilder(size: Size(columns: 40, rows: 10))
    builder.openExercise()
    builder.press("d")
    guard case .confirmBatch(var preview)? = builder.state.dialog else {
      Issue.record("nothing is asked")
      return
    }
    preview.commands = .planned(
      PlannedCommands(
        installs: (1...9).map { "install part-\($0)" }, runs: ["run first", "run last-of-all"]))
    builder.take(.planned(preview))
    #expect(!builder.state.render().frame.text.contains("last-of-all"))
    builder.press(String(repeating: "<Down>", count: 40))
    let end = builder.state.render().frame.text
    #expect(end.contains("last-of-all"))
    #expect(end.contains("Enter start"))
    builder.press("<Up>")
    #expect(builder.state.render().frame.text != end)
  }
}
