import SessionEngine

/// What lies above the panes and takes every key until it is closed.
public enum DialogState: Sendable, Equatable {
  /// Help for a pane, scrolled down by so many lines.
  case help(scroll: Int)
  case palette(PaletteState)
  /// The environments of the chosen exercise, one row marked.
  case environments(selected: Int)
  /// What would run, to be agreed to; the commands come when the engine has planned them.
  case confirmBatch(BatchPreview)
  case confirmQuit
  /// The files to choose from.
  case files(selected: Int)
  /// A file changed on disk behind the editor.
  case changedOnDisk(path: String)
}
