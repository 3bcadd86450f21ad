import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct MemoryTests {
  private static let reason =
    "Read-only: quit the other console (process 4711), then open this one again."

  private func harness() -> ConsoleHarness {
    var harness = ConsoleHarness()
    harness.open()
    harness.openFile()
    harness.take(.engine(.memory(.readOnly(heldBy: 4711))))
    return harness
  }

  @Test func aSecondConsoleSaysSoOnItsScreen() {
    #expect(harness().state.render().frame.textOfRow(1).contains(Self.reason))
  }

  @Test(arguments: ["d", "r", "s", "o"])
  func nothingIsRun(key: String) {
    var harness = harness()
    harness.state.focus = .gpu
    #expect(harness.press(key).isEmpty)
    #expect(harness.state.notice?.text == Self.reason)
  }

  @Test func helpAndPanesOfferNothingThatIsRefused() {
    var harness = harness()
    harness.state.focus = .firstRun
    let panes = harness.state.render().frame.text
    #expect(panes.contains("Nothing runs here") && !panes.contains("runs it"))
    let help = harness.state.helpLines.map(\.text).joined(separator: "\n")
    #expect(help.contains(Self.reason))
    #expect(!help.contains("Run the exercise in the chosen environment"))
    #expect(help.contains("Choose one of the exercise's files"))
    // The other one closes: all is offered again.
    harness.take(.engine(.memory(.kept("/workspace/.atelier/session.sqlite"))))
    let all = harness.state.helpLines.map(\.text).joined(separator: "\n")
    #expect(all.contains("Run the exercise in the chosen environment"))
  }

  @Test func installsAndTasksAreRefusedToo() {
    var harness = harness()
    harness.state.focus = .gpu
    harness.press("E")
    #expect(harness.press("i").isEmpty)
    harness.press("<Esc>F")
    #expect(harness.press("<Enter>").isEmpty)
    #expect(!harness.state.hasAgreedToPrefetch)
  }

  @Test func theEditorRefusesAndLetsGoAgain() {
    var harness = harness()
    harness.press("x")
    #expect(harness.state.workbench?.editor?.text == "one\n")
    #expect(harness.state.workbench?.editor?.message?.contains(Self.reason) == true)
    harness.take(.engine(.memory(.kept("/db"))))
    harness.press("x")
    #expect(harness.state.workbench?.editor?.text == "xone\n")
  }

  @Test func aFileThatIsOpenedLaterIsHeldToo() {
    var harness = ConsoleHarness()
    harness.open()
    harness.take(.engine(.memory(.readOnly(heldBy: 4711))))
    harness.openFile()
    harness.press("x")
    #expect(harness.state.workbench?.editor?.text == "one\n")
  }

  @Test func aFileThatIsReadOnlyByItselfStaysSo() {
    var harness = ConsoleHarness()
    harness.open()
    harness.openFile()
    harness.state.workbench?.editor?.readOnlyReason = "It is somebody else's."
    harness.take(.engine(.memory(.readOnly(heldBy: nil))), .engine(.memory(.kept("/db"))))
    #expect(harness.state.workbench?.editor?.readOnlyReason == "It is somebody else's.")
  }

  @Test func thatNothingIsKeptIsToldOnce() {
    var harness = ConsoleHarness()
    let status = MemoryStatus.unavailable(
      Diagnosis(says: "The disk is full.", remedy: "Free some."))
    harness.take(.engine(.memory(status)))
    #expect(harness.state.notice == Notice(.failure, "The disk is full. Free some."))
    harness.press("<Esc>")
    harness.take(.engine(.memory(status)))
    #expect(harness.state.notice == nil)
  }
}
