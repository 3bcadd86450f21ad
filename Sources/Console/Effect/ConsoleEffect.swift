import ProcessRunner
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
  /// Stop one lane; the others of its batch go on.
  case stopLane(BatchSnapshot.ID, lane: Int)
  /// Without an environment where it is not installed, or where the shell is to be plain.
  case openShell(environment: String, exercise: String, size: Size, isPlain: Bool = false)

  case stopRun(RunID)
  /// Stop it if it is alive, and run the same once more; `ConsoleEvent.started` tells of the new one.
  case restartRun(RunID)
  case pauseRun(RunID)
  case resumeRun(RunID)
  /// Nil takes the name away.
  case renameRun(RunID, String?)
  case pinRun(RunID, Bool)
  /// Seconds from the run's start after which it is stopped; nil for never.
  case setTimeout(RunID, Double?)
  /// Write everything the run's pane holds to a file of its own.
  case saveRunText(RunID)
  case sendKey(KeyPress, RunID)
  case sendMouse(MouseEvent, RunID)
  case paste(String, RunID)
  case resize(RunID, Size)
  /// Scrolled back by so many lines as of the moment when so many had been scrolled in all.
  case readScreen(RunID, scrollOffset: Int, asOf: Int? = nil)

  /// The first match that begins at or after a place, or backwards the last one that begins before
  /// it; goes on from the other end. Nil begins at the end the search comes from. The answer is
  /// `ConsoleEvent.found`.
  case findInRun(RunID, text: String, from: TerminalPlace?, backwards: Bool)
  /// The answer is `ConsoleEvent.found` with an empty query.
  case findFirstError(RunID)
  /// `to` is the first place that is not copied; the answer is `ConsoleEvent.runText`.
  case copyRunText(RunID, from: TerminalPlace, to: TerminalPlace)

  /// The workshop's runs, of earlier sessions too; the answer is `ConsoleEvent.history`.
  case readHistory
  /// The answer is `ConsoleEvent.comparison`.
  case compare([RunID])
  case startPrefetch
  case pausePrefetch
  case resumePrefetch
  /// The answer is `ConsoleEvent.tasks`.
  case readTasks(exercise: String)
  /// The answer is `ConsoleEvent.contents`.
  case readContents(exercise: String)
  /// `ConsoleEvent.started` tells of the run.
  case startTask(
    exercise: String, environment: String, name: String, arguments: [String], size: Size)

  case exercise(ExerciseEffect)
}
