import Foundation
import GPUMetrics
import SessionEngine
import TerminalCore
import WorkshopModel

/// Everything the console knows: a frame is drawn from this value and nothing else.
public struct ConsoleState: Sendable, Equatable {
  public var size: Size
  public var themes: [Theme]
  public var themeIndex = 0
  public var glyphs: GlyphSet
  public var workshop: Workshop
  public var roomClock: RoomClock
  public var clock: ClockReading
  /// The participant's folder as people write it, such as `~/atelier/pixi-ml`.
  public var workspaceName: String
  /// The same as an absolute path.
  public var workspacePath: String

  public var focus = PaneID.outline
  public var isZoomed = false
  /// The run that gets every key; nil when keys are the console's.
  public var typingInto: RunID?
  public var dialog: DialogState?
  /// What has the whole screen in place of the panes, the one in front last.
  public var screens: [FullScreen] = []
  public var notice: Notice?

  public var outlineSelection = 0
  public var outlineScroll = 0
  /// The exercise that runs, files and environments belong to.
  public var exercise: String?
  public var workbenches: [String: Workbench] = [:]

  public var provider: ProviderDescription?
  public var environments: [String: [EnvironmentStatus]] = [:]
  /// The environment the next run uses, for each exercise.
  public var chosenEnvironment: [String: String] = [:]

  /// The queue of installs for coming parts; nil until there is one.
  public var prefetch: PrefetchSnapshot?
  /// Whether what happens is kept; nil until it is known.
  public var memory: MemoryStatus?

  public var gpu = GPUReport.unknown
  public var gpuHistory = GPUHistory()
  /// Whose the processes on the GPUs are; nil before it was told.
  public var gpuOwnership: GPUOwnership?
  public var gpuView = GPUView()

  public var runs: [RunID: RunRecord] = [:]
  public var runPanes = [RunPane(), RunPane()]
  public var batches: [BatchSnapshot.ID: BatchSnapshot] = [:]
  public var search: RunSearch?
  public var selection: RunSelection?
  /// The workshop's runs as they were last read; nil before that.
  public var history: [StoredRun]?
  /// Their series in short, as far as they were read.
  public var historyFigures: [RunID: [SeriesSummary]] = [:]
  /// The tasks of each exercise whose tasks were read.
  public var tasks: [String: [WorkspaceTask]] = [:]
  /// The environments that were last marked for a duel, for each exercise.
  public var duelEnvironments: [String: [String]] = [:]
  /// Whether a person has agreed to the queue of installs.
  public var hasAgreedToPrefetch = false
  /// Where the day and time of a run are told.
  public var timeZone = TimeZone.gmt
  /// Where the lanes of the batch asked for go, until the engine has told of it.
  var awaitedPanes: [Int] = []
  /// Where a run that was asked for by itself goes.
  var awaitedStartPane: Int?
  public var isQuitting = false
  /// What is known of each exercise that was opened.
  public var exerciseRecords: [String: ExerciseRecord] = [:]
  /// How many colours the terminal shows.
  public var colors = ColorDepth.twoHundredFiftySix
  /// Counts the judgements asked for.
  var checkNumber = 0
  /// When the open exercise's files were looked at last, by `ClockReading.uptime`.
  var lookedAtFilesAt = 0.0
  /// Where the cursor goes when a file has been opened.
  var awaitedPlace: AwaitedPlace?

  public init(
    size: Size, themes: [Theme], glyphs: GlyphSet, workshop: Workshop, roomClock: RoomClock,
    clock: ClockReading, workspaceName: String, workspacePath: String
  ) {
    self.size = size
    self.themes = themes
    self.glyphs = glyphs
    self.workshop = workshop
    self.roomClock = roomClock
    self.clock = clock
    self.workspaceName = workspaceName
    self.workspacePath = workspacePath
  }

  public var theme: Theme { themes[themeIndex % themes.count] }

  public var outlineRows: [OutlineRow] { OutlineRow.rows(of: workshop) }

  public var workbench: Workbench? {
    get { exercise.flatMap { workbenches[$0] } }
    set {
      if let exercise, let newValue { workbenches[exercise] = newValue }
    }
  }

  /// The exercise that is open.
  public var openExercise: Exercise? { exercise.flatMap(workshop.exercise) }

  /// The environment the next run of the open exercise uses.
  public var currentEnvironment: String? {
    guard let open = openExercise else { return nil }
    return chosenEnvironment[open.id] ?? open.environments.first?.name
  }

  public var currentStatuses: [EnvironmentStatus] {
    exercise.flatMap { environments[$0] } ?? []
  }

  /// The run a pane shows; nil for an empty one.
  public func run(inPane pane: Int) -> RunRecord? {
    runPanes[pane].lane?.run.flatMap { runs[$0] }
  }

  public var aliveRuns: [RunRecord] {
    runs.values.filter(\.snapshot.state.isAlive).sorted { $0.snapshot.id < $1.snapshot.id }
  }

  /// `exercise/path` of every file with changes that are not saved.
  public var modifiedFiles: [(exercise: String, path: String)] {
    workbenches.values.sorted { $0.exercise < $1.exercise }
      .flatMap { bench in bench.modifiedFiles.map { (bench.exercise, $0) } }
  }
}
