import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct EnvironmentTests {
  @Test func theNextEnvironmentComesRoundAndEachExerciseHasItsOwn() {
    var harness = ConsoleHarness()
    harness.open()
    #expect(harness.state.currentEnvironment == "cpu")
    harness.press("1e")
    #expect(harness.state.currentEnvironment == "gpu")
    harness.open("exercise-1")
    #expect(harness.state.currentEnvironment == "default")
    harness.open("exercise-2")
    harness.press("e")
    #expect(harness.state.currentEnvironment == "cpu")
  }

  @Test func theListChoosesInstallsAndOpensShells() {
    var harness = ConsoleHarness()
    harness.open()
    #expect(harness.press("E") == [.refreshEnvironments(exercise: "exercise-2")])
    harness.press("jjj<Enter>")
    #expect(harness.state.currentEnvironment == "gpu")
    #expect(harness.state.dialog == nil)
    harness.press("Ek")
    #expect(harness.state.dialog == .environments(selected: 0))
    let effects = harness.press("s")
    guard case .openShell("cpu", "exercise-2", _, _)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(harness.state.currentEnvironment == "cpu")
  }

  @Test func aShellOpensBeforeItsEnvironmentIsInstalled() {
    var harness = ConsoleHarness()
    harness.open()
    harness.take(
      .engine(
        .environments(
          exercise: "exercise-2",
          [
            EnvironmentStatus(
              name: "cpu", title: "cpu", provider: .venv, state: .notInstalled, prefix: nil,
              note: nil)
          ])))
    guard case .openShell("cpu", "exercise-2", _, isPlain: false)? = harness.press("s").first else {
      Issue.record("no shell")
      return
    }
    guard case .openShell("cpu", "exercise-2", _, isPlain: true)? = harness.press("S").first else {
      Issue.record("no plain shell")
      return
    }
  }

  @Test(
    arguments: [
      (nil, .runSideBySide, "Open an exercise first"), (nil, .runCurrent, "Open an exercise"),
      (nil, .openShell, "Open an exercise"), (nil, .showFiles, "Open an exercise"),
      (nil, .nextTab, "Open an exercise"), (nil, .saveFile, "press f to choose one"),
      ("exercise-1", .runSideBySide, "press r, or open exercise-2"), (nil, .stop, "Nothing is"),
    ] as [(String?, Command, String)])
  func aCommandThatCannotBeDoneNamesTheWay(
    exercise: String?, command: Command, words: String
  ) throws {
    var harness = ConsoleHarness()
    if let exercise { harness.open(exercise) }
    let reason = try #require(harness.state.disabledReason(of: command))
    #expect(reason.contains(words))
  }

  @Test func anEnvironmentWithNothingToRunNamesTheOthers() {
    var harness = ConsoleHarness()
    harness.open("exercise-1")
    #expect(harness.state.disabledReason(of: .runCurrent) == nil)
    harness.press("1e")
    #expect(
      harness.state.disabledReason(of: .runCurrent)
        == "exercise-1 has nothing to run in docs: press e for default.")
  }

  @Test func thePaletteFindsAndCarriesOut() {
    var harness = ConsoleHarness()
    harness.press(":")
    harness.take(.terminal(.paste("outline")))
    #expect(harness.state.paletteBindings("outline").map(\.command).contains(.focus(.outline)))
    harness.press("<Esc>")
    #expect(harness.state.dialog == nil)
    harness.press("<C-p>second run<Enter>")
    #expect(harness.state.focus == .secondRun)
    #expect(harness.state.dialog == nil)
    harness.press(":no such command at all<Enter>")
    #expect(harness.state.dialog == nil)
    // What cannot be done says why, from the palette too.
    harness.press(":side by side<Enter>")
    #expect(harness.state.notice?.text.contains("Open an exercise first") == true)
  }

  @Test func thePaletteOffersEachCommandOnce() {
    let state = ConsoleHarness().state
    let commands = state.paletteBindings("").map(\.command)
    #expect(Set(commands).count == commands.count)
    #expect(state.paletteBindings("ZOOM").isEmpty == false)
  }

  @Test(arguments: ["?", "E", "f", ":"])
  func dialogsTakeEveryKeyUntilTheyAreClosed(key: String) {
    for close in ["<Esc>", "<C-q>"] {
      var harness = ConsoleHarness()
      harness.open()
      harness.press("1" + key)
      #expect(harness.state.dialog != nil)
      harness.press("<Tab>")
      #expect(harness.state.focus == .outline)
      harness.press(close)
      #expect(harness.state.dialog == nil)
    }
  }

  @Test func helpScrollsWithinItsLines() {
    var harness = ConsoleHarness(columns: 80, rows: 24)
    harness.press("?")
    harness.press(String(repeating: "<PageDown>", count: 50))
    #expect(harness.state.dialog == .help(scroll: harness.state.mostHelpScroll))
    harness.press("<Home>kk")
    #expect(harness.state.dialog == .help(scroll: 0))
  }

  @Test func whatIsWrongWithAnEnvironmentIsShownWhole() {
    var harness = ConsoleHarness(columns: 80, rows: 24)
    harness.open()
    harness.take(
      .engine(
        .environments(
          exercise: "exercise-2",
          [
            EnvironmentStatus(
              name: "gpu", title: "gpu", provider: .venv,
              state: .broken("its installation was not finished: i installs it anew"),
              prefix: nil, note: nil)
          ])))
    harness.press("eE")
    let frame = harness.state.render().frame
    let text = (0..<frame.size.rows).map { frame.textOfRow($0) }.joined(separator: "\n")
    #expect(text.contains("gpu is broken: its installation was not finished: i installs it anew"))
    #expect(text.contains("broken: its installatio"))
    #expect(text.contains("…"))
  }
}
