import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct KeyMapTests {
  @Test(arguments: KeyScope.allCases)
  func noKeyHasTwoMeaningsInAScope(scope: KeyScope) {
    let keys = KeyMap.bindings.filter { $0.scope == scope }.flatMap(\.keys)
    let twice = keys.filter { key in keys.filter { $0 == key }.count > 1 }
    #expect(twice.isEmpty)
  }

  @Test func theEditorsChordsAreNotTheConsolesToo() {
    let own = Set(EditorKeyBinding.all.flatMap(\.keys))
    let console = KeyMap.bindings.filter { $0.scope == .editor }.flatMap(\.keys)
    #expect(console.filter(own.contains).isEmpty)
  }

  @Test func everyBindingIsExplained() {
    for binding in KeyMap.bindings {
      #expect(!binding.label.isEmpty && !binding.title.isEmpty)
      #expect(binding.detail.hasSuffix("."), "\(binding.label)")
    }
  }

  /// A place where each scope's keys have something to work on.
  private func harness(_ scope: KeyScope) -> ConsoleHarness {
    var harness = ConsoleHarness()
    harness.open()
    harness.take(
      .engine(
        .environments(
          exercise: "exercise-2",
          ["cpu", "gpu"].map {
            .init(
              name: $0, title: $0, provider: .venv, state: .installed, prefix: nil, note: nil)
          })))
    harness.state.outlineSelection = 1
    harness.state.notice = Notice(.information, "Something.")
    switch scope {
    case .outline: harness.state.focus = .outline
    case .everywhere: harness.state.focus = .gpu
    case .gpu, .gpuScreen:
      harness.startBatch()
      harness.lookAt(gpus: 6)
      harness.state.focus = .gpu
      harness.press("jj-<Left>+")
      if scope == .gpuScreen { harness.press("<Enter>j") }
      harness.state.notice = Notice(.information, "Something.")
    case .page:
      let page = (1...200).map { "line \($0)\n" }.joined(separator: "\n")
      harness.take(
        .workbench(
          .opened(
            exercise: "exercise-2", page: .loaded(page), files: ["train.py"], notice: nil)))
      harness.state.focus = .workbench
      harness.state.workbench?.pageScroll = 50
    case .editor:
      harness.openFile()
    case .run, .program:
      harness.startBatch()
      harness.take(.screen(RunID(10), ConsoleHarness.screen(scrollback: 200)))
      harness.state.focus = .firstRun
      harness.state.runPanes[0].scrollOffset = 50
      if scope == .program { harness.state.typingInto = RunID(10) }
    case .runList:
      harness.press("R")
      harness.take(.history((1...30).map { harness.stored($0) }))
      harness.press("jj")
      harness.state.notice = Notice(.information, "Something.")
    case .comparison:
      harness.endBatch()
      harness.startBatch()
      harness.press("4c")
      harness.take(.comparison(harness.comparison(figures: 40)))
      harness.press("jjj")
    case .contents:
      harness.press("I")
      harness.take(.contents(exercise: "exercise-2", .contents(harness.contents())))
      harness.press("jjj")
      harness.state.notice = Notice(.information, "Something.")
    case .difference:
      harness.state.workshop = ExerciseSamples.taught(harness.state.workshop)
      harness.press("Cd<Enter>")
      let long =
        ExerciseSamples.difference + ExerciseSamples.difference
        + ExerciseSamples.difference
      harness.take(.exercise(.difference(exercise: "exercise-2", long)))
      harness.press("nj")
    case .picture:
      harness.take(
        .exercise(
          .pictures(exercise: "exercise-2", [PictureFile(path: "fit.png", stamp: "1")])))
      harness.press("V")
    }
    return harness
  }

  @Test(arguments: KeyMap.bindings.filter { !$0.keys.isEmpty })
  func everyKeyDoesSomething(binding: KeyBinding) {
    for key in binding.keys {
      var harness = harness(binding.scope)
      // Going to the pane in front changes nothing.
      if binding.command == .focus(.gpu) { harness.state.focus = .outline }
      let before = harness.state
      let effects = harness.take(.terminal(.key(key)))
      #expect(
        !effects.isEmpty || harness.state != before,
        "\(binding.label) in \(binding.scope) does nothing")
    }
  }

  @Test func helpAndFooterNameTheKeysOfEveryScope() {
    for scope in KeyScope.allCases {
      let harness = harness(scope)
      #expect(!harness.state.footerHints.isEmpty)
      if scope != .everywhere { #expect(harness.state.keyScope == scope) }
    }
  }
}
