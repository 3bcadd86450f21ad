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
}
