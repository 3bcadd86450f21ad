import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct ContentsScreenTests {
  private func harness(columns: Int = 120, rows: Int = 40) -> ConsoleHarness {
    var harness = ConsoleHarness(columns: columns, rows: rows)
    harness.open()
    harness.press("I")
    return harness
  }

  private func read(columns: Int = 120, rows: Int = 40) -> ConsoleHarness {
    var harness = harness(columns: columns, rows: rows)
    harness.take(.contents(exercise: "exercise-2", .contents(harness.contents())))
    return harness
  }

  private func text(_ harness: ConsoleHarness) -> String { harness.state.render().frame.text }

  @Test func theKeyReadsTheOpenExerciseAndShowsTheChosenEnvironment() {
    var harness = ConsoleHarness()
    #expect(harness.press("I").isEmpty)
    #expect(harness.state.notice?.text.contains("Open an exercise first") == true)
    harness.open()
    harness.press("e")
    #expect(harness.press("I") == [.readContents(exercise: "exercise-2")])
    #expect(text(harness).contains("Reading what is locked"))
    harness.take(.contents(exercise: "exercise-1", .contents(harness.contents())))
    #expect(text(harness).contains("Reading what is locked"), "another exercise's answer")
    harness.take(.contents(exercise: "exercise-2", .contents(harness.contents())))
    #expect(text(harness).contains("Inside gpu") && text(harness).contains("CUDA 12.9"))
    harness.press("q")
    #expect(harness.state.screens.isEmpty)
  }

  @Test func whatCannotBeReadIsSaidWithItsRemedy() {
    var harness = harness()
    let diagnosis = Diagnosis(says: "There is no pixi.lock.", remedy: "Run `pixi lock`.")
    harness.take(.contents(exercise: "exercise-2", .failed(diagnosis)))
    #expect(text(harness).contains("There is no pixi.lock."))
    #expect(text(harness).contains("Run `pixi lock`."))
    harness.press("dp/j<Esc><Esc>")
    #expect(harness.state.screens.isEmpty)
  }

  @Test func anEnvironmentThatIsNotLockedSaysWhichAre() {
    var harness = ConsoleHarness()
    harness.open("exercise-1")
    harness.press("I")
    harness.take(.contents(exercise: "exercise-1", .contents(harness.contents())))
    #expect(text(harness).contains("has no environment `default`"))
    #expect(text(harness).contains("It has: cpu, plot, gpu."))
    harness.press("e")
    #expect(text(harness).contains("Inside cpu"), "e goes to one that is there")
  }

  @Test func theSolutionsLockIsNotTakenForOnesOwn() {
    var harness = harness()
    harness.take(.contents(exercise: "exercise-2", .contents(harness.contents(source: .solution))))
    #expect(text(harness).contains("the one of its solution"))
    harness.press("d")
    #expect(text(harness).contains("the one of its solution"))
  }

  @Test func firstHeldAgainstTheOneWithAnotherCUDAThenAgainstTheNext() {
    var harness = read()
    harness.press("d")
    #expect(text(harness).contains("cpu against gpu"))
    #expect(text(harness).contains("CPU | CUDA 12.9"))
    harness.press("d")
    #expect(text(harness).contains("cpu against plot"))
    harness.press("e")
    #expect(text(harness).contains("gpu against plot"), "never against itself")
    harness.press("<Esc>")
    #expect(text(harness).contains("Inside gpu"))
    harness.press("<Esc>")
    #expect(harness.state.screens.isEmpty)
  }

  @Test func theFilterLeavesThePackagesWhoseLineHoldsEveryWord() {
    var harness = read()
    harness.press("/PYT forge")
    #expect(text(harness).contains("python") && text(harness).contains("pytorch"))
    #expect(!text(harness).contains("library-10"))
    harness.press("<Enter>d")
    #expect(text(harness).contains("pytorch") && !text(harness).contains("library-10"))
    harness.press("<Esc>")
    #expect(text(harness).contains("library-10"), "Esc takes the filter away first")
    harness.press("/nothing like that")
    #expect(text(harness).contains("No package that differs holds that"))
  }

  @Test func heaviestFirstAndByNameAgain() {
    var harness = read(columns: 80, rows: 24)
    #expect(!text(harness).contains("900 MB  conda-forge"))
    harness.press("s")
    #expect(text(harness).contains("900 MB  conda-forge"))
    harness.press("s")
    #expect(!text(harness).contains("900 MB  conda-forge"))
  }

  @Test func theNextPlatformIsShownWhereThereIsOne() {
    var harness = read()
    let machine = ExerciseContents.machinePlatform
    #expect(machine == "linux-64" ? text(harness).contains("· linux-64") : true)
    let before = text(harness).contains("osx-arm64")
    harness.press("p")
    #expect(text(harness).contains("· osx-arm64") != before)
    harness.press("ep")
    #expect(harness.state.notice?.text.contains("solved for linux-64 alone") == true)
  }

  @Test(arguments: [
    Size(columns: 40, rows: 10), Size(columns: 80, rows: 24), Size(columns: 200, rows: 60),
  ])
  func everyLineCanBeReached(size: Size) {
    var harness = read(columns: size.columns, rows: size.rows)
    harness.press("<End>")
    #expect(text(harness).contains("pytorch"), "the last package by name")
    harness.press("d<End>")
    #expect(text(harness).contains("cuda-version"), "what only the other one has")
    harness.press(String(repeating: "<PageUp>", count: 100))
    #expect(harness.state.contentsScreen?.scroll == 0)
    harness.mouse(.scrollDown, 10, 5)
    #expect(harness.state.contentsScreen?.scroll == 3)
  }

  @Test func theDialogOfEnvironmentsOpensTheRowInFront() {
    var harness = ConsoleHarness()
    harness.open()
    harness.press("E<Down>")
    #expect(harness.press("I") == [.readContents(exercise: "exercise-2")])
    #expect(harness.state.dialog == nil)
    #expect(harness.state.contentsScreen?.environment == "gpu")
    #expect(harness.state.currentEnvironment == "cpu", "looking chooses nothing")
  }
}
