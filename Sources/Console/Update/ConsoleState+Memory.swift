import SessionEngine

extension ConsoleState {
  mutating func take(_ status: MemoryStatus) {
    let before = memory
    memory = status
    if case .unavailable(let diagnosis) = status, before != status { notice = Notice(diagnosis) }
    guard before != status else { return }
    for exercise in workbenches.keys { holdEditors(of: exercise) }
  }

  /// Why nothing may be written or run here; nil when it may.
  public var readOnlyReason: String? {
    guard case .readOnly(let holder)? = memory else { return nil }
    let who = holder.map { " (process \($0))" } ?? ""
    return "Read-only: quit the other console\(who), then open this one again."
  }

  /// Keeps text from being changed that could not be saved, and lets it go again.
  mutating func holdEditors(of exercise: String) {
    guard var bench = workbenches[exercise] else { return }
    for (path, state) in bench.fileStates {
      guard case .opened(var editor) = state else { continue }
      let isHeldByFile = editor.readOnlyReason != nil && !editor.isHeldByConsole
      guard !isHeldByFile else { continue }
      editor.readOnlyReason = readOnlyReason
      editor.isHeldByConsole = readOnlyReason != nil
      bench.fileStates[path] = .opened(editor)
    }
    workbenches[exercise] = bench
  }

  /// Commands that write to the workspace or run something in it.
  static let writingCommands: Set<Command> = [
    .saveFile, .runSideBySide, .runCurrent, .runWithOptions, .openShell,
    .openPlainShell, .restartRun, .renameRun,
    .pinRun, .setTimeout, .saveRunText, .pauseRun, .showSolution, .resetExercise, .catchUp,
  ]
}
