import SessionEngine

/// What came of an exercise's page and files.
public enum WorkbenchEvent: Sendable, Equatable {
  /// The exercise's folder is there: its page, its files, and what people should know of it.
  case opened(exercise: String, page: Workbench.PageState, files: [String], notice: Notice?)
  case fileOpened(exercise: String, path: String, Workbench.FileState)
  /// The text that was saved, so that an edit made meanwhile still counts as unsaved.
  case fileSaved(exercise: String, path: String, text: String)
  case fileChangedOnDisk(exercise: String, path: String)
  case failed(Diagnosis)
}
