import TerminalCore
import Testing

@Suite struct HeaderBarTests {
  @Test(arguments: [40, 50, 60, 80, 120, 200])
  func theTimeThatIsLeftIsNeverCut(columns: Int) {
    let state = Scene.page.state(Size(columns: columns, rows: 24))
    #expect(state.render().frame.textOfRow(0).contains("38:00 left"))
  }
}
