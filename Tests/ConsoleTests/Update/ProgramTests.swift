import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct ProgramTests {
  @Test func everyKeyButOneGoesToTheProgram() {
    var harness = ConsoleHarness()
    harness.open()
    harness.startBatch()
    harness.press("4i")
    let keys = KeyMap.bindings.flatMap(\.keys) + EditorKeyBinding.all.flatMap(\.keys)
    for key in keys where key != .control("q") {
      #expect(harness.take(.terminal(.key(key))) == [.sendKey(key, RunID(10))])
    }
    #expect(harness.take(.terminal(.paste("a\nb"))) == [.paste("a\nb", RunID(10))])
    #expect(harness.press("<C-q>").isEmpty)
    #expect(harness.state.typingInto == nil)
    #expect(harness.state.dialog == nil)
  }

  @Test func theMouseGoesToTheProgramCountedFromItsCorner() throws {
    var harness = ConsoleHarness()
    harness.open()
    harness.openShell()
    let area = try #require(harness.state.layout.inside(.workbench)).splitTop(1).rest
    harness.mouse(.press, area.column + 3, area.row + 2)
    #expect(
      harness.effects == [
        .sendMouse(MouseEvent(.press, at: Point(column: 3, row: 2)), RunID(90))
      ])
  }

  @Test func theEndOfARunGivesTheKeyboardBack() {
    var harness = ConsoleHarness()
    harness.open()
    harness.startBatch()
    harness.press("4i")
    harness.endBatch()
    #expect(harness.state.typingInto == nil)
    harness.press("i")
    #expect(harness.state.typingInto == nil)
    #expect(harness.state.notice?.text == "Nothing is running in this pane.")
  }

  @Test func aShellOpensInATabAndTakesItWithIt() {
    var harness = ConsoleHarness()
    harness.open()
    let effects = harness.press("s")
    guard case .openShell("cpu", "exercise-2", _, _)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    harness.openShell()
    #expect(harness.state.workbench?.tab == .shell(RunID(90)))
    #expect(harness.state.typingInto == RunID(90))
    #expect(harness.effects.contains(.readScreen(RunID(90), scrollOffset: 0)))
    harness.take(.engine(.run(harness.run(90, ConsoleHarness.ended, purpose: .shell))))
    #expect(harness.state.workbench?.tab == .page)
    #expect(harness.state.workbench?.shells == [])
    #expect(harness.state.typingInto == nil)
  }

  @Test func aShellThatIsToldOfLateIsReadThen() {
    var harness = ConsoleHarness()
    harness.open()
    harness.take(.shellOpened(RunID(90), exercise: "exercise-2"))
    let effects = harness.take(
      .engine(.run(harness.run(90, .running(processID: 8), purpose: .shell))))
    #expect(effects.contains(.readScreen(RunID(90), scrollOffset: 0)))
  }

  @Test func anotherTabTakesTheKeyboardFromTheShell() throws {
    var harness = ConsoleHarness()
    harness.open()
    harness.openShell()
    let inside = try #require(harness.state.layout.inside(.workbench))
    harness.mouse(.press, inside.column + 1, inside.row)
    #expect(harness.state.workbench?.tab == .page)
    #expect(harness.state.typingInto == nil)
  }

  @Test func sizesAreToldOnce() throws {
    var harness = ConsoleHarness()
    harness.open()
    harness.startBatch()
    harness.tick()
    #expect(harness.effects.isEmpty)
    let effects = harness.take(.terminal(.resize(Size(columns: 160, rows: 50))))
    let resized = effects.compactMap { effect -> RunID? in
      if case .resize(let id, _) = effect { return id }
      return nil
    }
    #expect(resized == [RunID(10), RunID(11)])
    let first = try #require(harness.state.layout.inside(.firstRun))
    #expect(harness.state.runs[RunID(10)]?.size?.columns == first.columns)
    #expect(harness.take(.terminal(.resize(Size(columns: 160, rows: 50)))).isEmpty)
  }

  @Test func aShellIsLeftForTheNextTab() {
    var harness = ConsoleHarness()
    harness.open()
    harness.openShell()
    harness.press("<C-q>")
    #expect(harness.state.footerHints.contains { $0.label == "next tab" })
    harness.press("<Right>")
    #expect(harness.state.workbench?.tab == .page)
    harness.press("<Left>")
    #expect(harness.state.workbench?.tab == .shell(RunID(90)))
  }

  @Test func severalShellsAreToldApart() {
    var harness = ConsoleHarness()
    harness.take(.terminal(.resize(Size(columns: 200, rows: 60))))
    harness.open()
    harness.openShell()
    harness.press("<C-q>")
    #expect(!harness.state.render().frame.text.contains("shell 1"))
    harness.openShell(91)
    harness.press("<C-q>")
    #expect(harness.state.render().frame.text.contains("shell 1 cpu  shell 2 cpu"))
    harness.press("f")
    #expect(harness.state.render().frame.text.contains("shell 2 in cpu"))
  }

  /// A question mark is text there: in a file, and in a program.
  @Test func aNarrowFooterNamesAKeyThatIsNoText() {
    var harness = ConsoleHarness()
    harness.open()
    harness.openShell()
    harness.take(.terminal(.resize(Size(columns: 40, rows: 20))))
    #expect(harness.state.footerBar.shown(in: 40).map(\.key) == ["Ctrl-Q"])
    harness.press("<C-q>")
    #expect(harness.state.footerBar.shown(in: 40).last?.key == "?")
    harness.openFile()
    #expect(harness.state.footerBar.shown(in: 40).last?.key == "F1")
  }
}
