import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct PictureTests {
  private let old = PictureFile(path: "fit.png", stamp: "1")

  private func pictures(_ files: PictureFile...) -> ConsoleEvent {
    .exercise(.pictures(exercise: "exercise-2", files))
  }

  private func requests(_ effects: [ConsoleEffect]) -> [PictureRequest] {
    effects.compactMap {
      if case .exercise(.renderPicture(let request)) = $0 { request } else { nil }
    }
  }

  private func cells(_ request: PictureRequest) -> CellBuffer {
    var cells = CellBuffer(size: Size(columns: 4, rows: 2))
    cells.fill(cells.bounds, with: Cell("#", style: .plain))
    return cells
  }

  @Test func aPictureThatARunMakesIsOffered() {
    var harness = ConsoleHarness()
    harness.open()
    harness.take(pictures())
    harness.startBatch()
    harness.state.focus = .firstRun
    harness.take(.engine(.run(harness.run(10, ConsoleHarness.ended))))
    #expect(harness.effects.contains(.exercise(.listPictures(exercise: "exercise-2"))))
    harness.endBatch()
    harness.take(pictures(old))
    #expect(harness.state.notice?.text.hasSuffix("fit.png: Enter shows it.") == true)
    // Enter in the pane of the run that has ended.
    harness.press("<Enter>")
    #expect(harness.state.workbench?.tab == .picture("fit.png"))
    #expect(requests(harness.effects).map(\.file) == [old])
  }

  @Test func whatWasThereBeforeIsNoNews() {
    var harness = ConsoleHarness()
    harness.open()
    harness.take(pictures(old))
    #expect(harness.state.notice == nil)
    harness.take(pictures(PictureFile(path: "fit.png", stamp: "2")))
    #expect(harness.state.notice?.text == "fit.png: V shows it.")
  }

  @Test func aPictureIsMadeAnewForAnotherSizeAndWhenItChanges() throws {
    var harness = ConsoleHarness()
    harness.open()
    harness.take(pictures(old))
    let first = try #require(requests(harness.press("V")).first)
    #expect(harness.tick().isEmpty)
    harness.take(.exercise(.picture(.shown(first, cells(first)))))
    #expect(harness.state.render().frame.text.contains("####"))

    let wider = requests(
      harness.take(.terminal(.resize(Size(columns: 160, rows: 50)))))
    #expect(wider.count == 1 && wider[0].size != first.size)
    // What was made for the old size comes too late.
    harness.take(.exercise(.picture(.shown(first, cells(first)))))
    #expect(!harness.state.render().frame.text.contains("####"))
    #expect(requests(harness.take(pictures(PictureFile(path: "fit.png", stamp: "2")))).count == 1)
  }

  @Test func withoutChafaItSaysWhatToInstallAndWhereTheFileIs() throws {
    var harness = ConsoleHarness()
    harness.open()
    harness.take(pictures(old))
    let request = try #require(requests(harness.press("V")).first)
    harness.take(
      .exercise(
        .picture(
          .failed(
            request, Diagnosis(says: "It needs chafa.", remedy: "sudo apt-get install chafa")))))
    let text = harness.state.render().frame.text
    #expect(text.contains("It needs chafa.") && text.contains("sudo apt-get install chafa"))
  }

  @Test func withoutADesktopThePlaceIsCopied() {
    var harness = ConsoleHarness()
    harness.open()
    harness.take(pictures(old))
    harness.press("V")
    #expect(
      harness.press("<Enter>")
        == [.exercise(.openPicture(exercise: "exercise-2", path: "fit.png"))])
    #expect(harness.take(.exercise(.pictureLies(at: "/ws/fit.png"))) == [.copy("/ws/fit.png")])
    #expect(harness.state.notice?.text.contains("/ws/fit.png") == true)
  }

  @Test func aPictureThatIsGoneTakesItsTabWithIt() {
    var harness = ConsoleHarness()
    harness.open()
    harness.take(pictures(old))
    harness.press("V")
    harness.take(pictures())
    #expect(harness.state.workbench?.tab == .page)
  }
}
