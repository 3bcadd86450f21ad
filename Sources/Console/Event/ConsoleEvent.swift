import GPUMetrics
import ProcessRunner
import SessionEngine
import TerminalCore
import TextEditing

/// Everything that can happen to the console, in one ordered stream.
public enum ConsoleEvent: Sendable, Equatable {
  case terminal(TerminalEvent)
  case tick(ClockReading)
  case gpu(GPUReport)
  case engine(EngineEvent)
  case screen(RunID, TerminalSnapshot)
  case planned(BatchPreview)
  case shellOpened(RunID, exercise: String)
  case workbench(WorkbenchEvent)
  /// What a search found; an empty query is the search for the first error.
  case found(RunID, query: String, TerminalMatch?)
  /// Text that was asked for to be copied.
  case runText(RunID, String)
  /// A run that was asked for is there: it belongs into the pane it was asked from.
  case started(RunID)
  /// The workshop's runs, of this session and earlier ones.
  case history([StoredRun])
  /// The series in short of the runs in the list.
  case historyFigures([RunID: [SeriesSummary]])
  case comparison(Comparison)
  case tasks(exercise: String, [WorkspaceTask])
  /// What came of something that has no state of its own, such as a text that was saved.
  case told(Notice)
  case exercise(ExerciseEvent)
}
