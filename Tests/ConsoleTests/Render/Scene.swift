import Console
import SessionEngine
import TerminalCore
import WorkshopModel

/// What a picture shows; the raw value names its file.
enum Scene: String, CaseIterable, Sendable {
  case opened
  case page
  case gpuPane = "gpu-pane"
  /// Two runs, others and a hidden process on one device, with marks on its graph.
  case gpuOwners = "gpu-owners"
  /// The pane with eight GPUs, of which one is lost, one hangs and two are at their limits.
  case gpuEight = "gpu-eight"
  /// The same beside the other panes.
  case gpuEightBeside = "gpu-eight-beside"
  case gpuSixteen = "gpu-sixteen"
  /// More than fit, those behind in front.
  case gpuSixtyFour = "gpu-sixty-four"
  /// The full screen of one GPU with its processes below their owners.
  case gpuScreen = "gpu-screen"
  /// Its figures, of which some are old and some not known.
  case gpuFigures = "gpu-figures"
  case gpuExplained = "gpu-explained"
  /// Frozen, and looking back.
  case gpuFrozen = "gpu-frozen"
  case gpuLost = "gpu-lost"
  case gpuReplay = "gpu-replay"
  case editor
  case halfWay = "half-way"
  case compared
  case installFailed = "install-failed"
  case help
  case palette
  case environments
  case confirmBatch = "confirm-batch"
  case quit
  case searched
  case selected
  case manyRuns = "many-runs"
  case runOptions = "run-options"
  case preflight
  case preflightAgain = "preflight-again"
  case allRuns = "all-runs"
  case runFacts = "run-facts"
  case duel
  case duelOfFour = "duel-of-four"
  case withoutFigures = "without-figures"
  case prefetch
  case tasks
  case taskForm = "task-form"
  case readOnly = "read-only"
  case contents
  case contentsFiltered = "contents-filtered"
  case contentsCompared = "contents-compared"
  case goalsOnPage = "goals-on-page"
  case goals
  case goneWrong = "gone-wrong"
  case hint
  case pitfalls
  case startAgain = "start-again"
  case solutionTwice = "solution-twice"
  case caughtUp = "caught-up"
  case difference
  case picture

  func state(
    _ size: Size, glyphs: GlyphSet = .unicode, theme: Theme = .monochrome
  ) -> ConsoleState {
    var builder = ScreenBuilder(size: size, glyphs: glyphs, theme: theme)
    build(&builder)
    return builder.state
  }

  private func build(_ builder: inout ScreenBuilder) {
    guard self != .opened else { return }
    // A console that has several GPUs has seen no others before.
    if !Self.ofGPUs.contains(self) { builder.lookAtGPUs() }
    builder.tick(to: DayTime(hour: 10, minute: 12), uptime: 60)
    builder.openExercise()
    switch self {
    case .opened, .page: break
    case .gpuPane: builder.press("3")
    case .gpuOwners: builder.shareGPU()
    case .gpuEight, .gpuEightBeside, .gpuSixteen, .gpuSixtyFour, .gpuScreen, .gpuFigures,
      .gpuExplained, .gpuFrozen, .gpuLost, .gpuReplay:
      buildGPUs(&builder)
    case .editor: builder.edit()
    case .halfWay:
      builder.press("4")
      builder.run(toEpoch: 1)
      builder.tick(to: DayTime(hour: 10, minute: 13), uptime: 95)
      builder.run(toEpoch: 4)
    case .compared:
      builder.press("5")
      builder.run(toEpoch: 1)
      builder.run(toEpoch: 8, isOver: true)
    case .installFailed:
      builder.press("5")
      builder.failToInstall()
    case .help: builder.press("?")
    case .palette: builder.press("<C-p>run")
    case .environments: builder.press("E")
    case .confirmBatch: confirm(&builder)
    case .quit:
      builder.run(toEpoch: 2)
      builder.edit()
      builder.press("<C-q>")
    case .searched: builder.search()
    case .selected:
      builder.press("4")
      builder.run(toEpoch: 8)
      builder.press("vkk")
    case .manyRuns: builder.runFive()
    case .runOptions:
      builder.press("o--epochs 2<Down><Down><Down>10m<Down><Down> <Down>12.4")
    case .preflight: builder.askWithFindings()
    case .preflightAgain:
      builder.askWithFindings()
      builder.press("<Enter>")
    case .allRuns: builder.listRuns()
    case .runFacts:
      builder.listRuns()
      builder.press("<Home><Enter>")
    case .duel: builder.compare(sides: 2)
    case .duelOfFour: builder.compare(sides: 4)
    case .withoutFigures: builder.runWithoutFigures()
    case .prefetch: builder.prefetch()
    case .tasks: builder.listTasks()
    case .taskForm:
      builder.listTasks()
      builder.press("<Enter>")
    case .contents: builder.lookInside()
    case .contentsFiltered:
      builder.lookInside()
      builder.press("s/cuda")
    case .contentsCompared:
      builder.lookInside()
      builder.press("d")
    case .readOnly:
      builder.take(.engine(.memory(.readOnly(heldBy: 4711))))
      builder.press("d")
    case .goalsOnPage, .goals, .goneWrong, .hint, .pitfalls, .startAgain, .solutionTwice,
      .caughtUp, .difference, .picture:
      buildTaught(&builder)
    }
  }

  private static let ofGPUs: Set<Scene> = [
    .gpuEight, .gpuEightBeside, .gpuSixteen, .gpuSixtyFour, .gpuScreen, .gpuFigures, .gpuExplained,
    .gpuFrozen, .gpuLost, .gpuReplay,
  ]

  private func buildGPUs(_ builder: inout ScreenBuilder) {
    switch self {
    case .gpuSixteen: builder.lookAt(gpus: 16)
    case .gpuSixtyFour: builder.lookAt(gpus: 64)
    case .gpuReplay: builder.lookAt(gpus: 8, origin: .replay(of: "yesterday.jsonl"))
    default: builder.lookAt(gpus: 8)
    }
    switch self {
    case .gpuEightBeside: builder.press("3j")
    case .gpuEight, .gpuSixteen: builder.press("3zjj")
    case .gpuSixtyFour: builder.press("3z<End>kk")
    case .gpuScreen: builder.press("3<Enter>")
    case .gpuFigures: builder.press("3jjjjj<Enter><Tab>mmm")
    case .gpuExplained: builder.press("3jjjjj<Enter>m?")
    case .gpuFrozen:
      builder.press("3<Enter>m+ <Left>")
      builder.lookAt(gpus: 8, from: 160)
    case .gpuLost: builder.press("3jj<Enter>")
    case .gpuReplay:
      builder.press("3<Enter>t")
    default: break
    }
  }

  private func buildTaught(_ builder: inout ScreenBuilder) {
    if self == .goneWrong { return builder.goWrong() }
    builder.teach()
    switch self {
    case .goals: builder.showGoals()
    case .hint: builder.showHint()
    case .pitfalls: builder.press("Cp")
    case .startAgain: builder.askToStartAgain()
    case .solutionTwice: builder.askForSolutionTwice()
    case .caughtUp: builder.catchUp()
    case .difference: builder.showDifference()
    case .picture: builder.showPicture()
    default: break
    }
  }

  private func confirm(_ builder: inout ScreenBuilder) {
    builder.press("d")
    guard case .confirmBatch(var preview)? = builder.state.dialog else { return }
    preview.commands = .planned(
      PlannedCommands(
        installs: [
          "pixi install -e gpu --manifest-path /home/student/atelier/galaxies/exercise-2/pixi.toml"
        ],
        runs: ["pixi run -e cpu train --epochs 8", "pixi run -e gpu train --epochs 8"]))
    builder.take(.planned(preview))
  }
}
