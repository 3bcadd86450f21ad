import SessionEngine

/// What lies above the panes and takes every key until it is closed.
public enum DialogState: Sendable, Equatable {
  /// Help for a pane, scrolled down by so many lines.
  case help(scroll: Int)
  case palette(PaletteState)
  /// The environments of the chosen exercise: one row in front, some marked for a duel in order.
  case environments(selected: Int, marked: [String] = [])
  /// What would run, to be agreed to; the commands come when the engine has planned them.
  case confirmBatch(BatchPreview)
  case confirmQuit
  /// The files to choose from.
  case files(selected: Int)
  /// A file changed on disk behind the editor.
  case changedOnDisk(path: String)
  case form(FormState)
  /// What is kept of a run.
  case runFacts(RunID, scroll: Int)
  /// What a figure of the GPU in front is and means.
  case gpuFigure(GPUFigureName, scroll: Int)
  /// The queue of installs for coming parts.
  case prefetch(scroll: Int)
  /// The tasks of the open exercise, in an environment.
  case tasks(selected: Int, environment: String)
  /// An exercise's goals, hints and what changes its files.
  case exercise(ExerciseDialog)
}
