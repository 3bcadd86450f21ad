import SessionEngine
import TerminalCore

/// What the console asks the world to do; the answers come back as events.
public enum ConsoleEffect: Sendable, Equatable {
  case quit
  case copy(String)
  /// Make the exercise's folder and read its page and list of files.
  case openExercise(String)
  case openFile(exercise: String, path: String)
  case saveFile(exercise: String, path: String, text: String, overwriting: Bool)
  /// Keep unsaved text where a crash cannot reach it.
  case keepDraft(Draft)
  /// Forget the text kept: it was taken back.
  case dropDraft(exercise: String, path: String)
  case refreshEnvironments(exercise: String)
  case planBatch(BatchPreview)
  case startBatch(BatchRequest)
  case stopBatch(BatchSnapshot.ID)
  case stopRun(RunID)
  case openShell(environment: String, exercise: String, size: Size)
  case sendKey(KeyPress, RunID)
  case sendMouse(MouseEvent, RunID)
  case paste(String, RunID)
  case resize(RunID, Size)
  /// Scrolled back by so many lines as of the moment when so many had been scrolled in all.
  case readScreen(RunID, scrollOffset: Int, asOf: Int? = nil)
}
