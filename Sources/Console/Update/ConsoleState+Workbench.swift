import SessionEngine
import TerminalCore

extension ConsoleState {
  mutating func handle(_ event: WorkbenchEvent) -> [ConsoleEffect] {
    switch event {
    case .opened(let exercise, let page, let files, let note):
      var bench = workbenches[exercise] ?? Workbench(exercise: exercise)
      bench.page = page
      // A file that is open stays listed, whatever became of it on disk.
      bench.files = files + bench.openFiles.filter { !files.contains($0) }
      workbenches[exercise] = bench
      if let note { notice = note }
      // Only now the exercise's pixi.toml is sure to be there to be looked at.
      return [.refreshEnvironments(exercise: exercise)] + lookAfterOpening(exercise)
    case .fileOpened(let exercise, let path, let state):
      take(state, at: path, of: exercise)
      placeCursor()
      holdEditors(of: exercise)
      return []
    case .fileSaved(let exercise, let path, let text):
      return fileSaved(exercise, path, text)
    case .fileChangedOnDisk(let exercise, let path):
      isQuitting = false
      typingInto = nil
      // The answer is about the file in front: another may have come there since it was saved.
      self.exercise = exercise
      workbench?.tab = .file(path)
      focus = .workbench
      dialog = .changedOnDisk(path: path)
      return []
    case .failed(let diagnosis):
      isQuitting = false
      notice = Notice(diagnosis)
      return []
    }
  }

  private mutating func fileSaved(
    _ exercise: String, _ path: String, _ text: String
  ) -> [ConsoleEffect] {
    guard case .opened(var editor)? = workbenches[exercise]?.fileStates[path] else { return [] }
    // What was typed while the file was being written is not saved yet.
    if editor.text == text { editor.markSaved() }
    workbenches[exercise]?.fileStates[path] = .opened(editor)
    workbenches[exercise]?.keptDrafts[path] = nil
    notice = Notice(.success, "Saved \(exercise)/\(path).")
    // Somebody who goes on typing does not want to quit any more.
    if editor.isModified { isQuitting = false }
    if isQuitting && modifiedFiles.isEmpty { return [.quit] }
    let refreshes = path == "pixi.toml" || path == "pyproject.toml"
    return (refreshes ? [.refreshEnvironments(exercise: exercise)] : [])
      + check(exercise, .saved(path))
  }

  /// Opens an exercise in the workbench; what is open of others stays as it is.
  mutating func open(exercise id: String) -> [ConsoleEffect] {
    exercise = id
    if workbenches[id] == nil { workbenches[id] = Workbench(exercise: id) }
    return [.openExercise(id)]
  }

  mutating func show(_ tab: WorkbenchTab) -> [ConsoleEffect] {
    guard var bench = workbench else { return [] }
    if bench.tab != tab { typingInto = nil }
    bench.tab = tab
    workbench = bench
    switch tab {
    case .page: return []
    case .shell(let id): return [readScreen(of: id)]
    case .picture(let path):
      exerciseRecords[bench.exercise]?.offeredPicture = nil
      return bench.pictures.contains { $0.path == path } ? [] : listPictures(of: bench.exercise)
    case .file(let path): return openFile(path)
    }
  }

  private mutating func openFile(_ path: String) -> [ConsoleEffect] {
    guard let exercise else { return [] }
    switch workbench?.fileStates[path] {
    case .opened, .opening: return []
    case nil, .failed:
      workbenches[exercise]?.fileStates[path] = .opening
      return [.openFile(exercise: exercise, path: path)]
    }
  }

  mutating func moveTab(by step: Int) -> [ConsoleEffect] {
    guard let bench = workbench, let index = bench.tabs.firstIndex(of: bench.tab) else { return [] }
    let count = bench.tabs.count
    return show(bench.tabs[(index + step + count) % count])
  }

  mutating func saveFile(overwriting: Bool = false) -> [ConsoleEffect] {
    guard let exercise, let bench = workbench, case .file(let path) = bench.tab,
      let editor = bench.editor
    else { return [] }
    return [
      .saveFile(
        exercise: exercise, path: path, text: editor.text, overwriting: overwriting)
    ]
  }

  /// Every unsaved text.
  public var drafts: [Draft] {
    modifiedFiles.compactMap { exercise, path in
      guard case .opened(let editor)? = workbenches[exercise]?.fileStates[path] else { return nil }
      return Draft(exercise: exercise, path: path, text: editor.text)
    }
  }

  /// Unsaved text that is not kept against a crash yet, in its newest state.
  mutating func keepNewDrafts() -> [ConsoleEffect] {
    var effects: [ConsoleEffect] = []
    for draft in drafts where workbenches[draft.exercise]?.keptDrafts[draft.path] != draft.text {
      workbenches[draft.exercise]?.keptDrafts[draft.path] = draft.text
      effects.append(.keepDraft(draft))
    }
    return effects + dropOldDrafts()
  }

  /// A text that was changed back to the file's is not to be offered at the next start.
  private mutating func dropOldDrafts() -> [ConsoleEffect] {
    var effects: [ConsoleEffect] = []
    for bench in workbenches.values.sorted(by: { $0.exercise < $1.exercise }) {
      for path in bench.keptDrafts.keys.sorted() {
        guard case .opened(let editor)? = bench.fileStates[path], !editor.isModified else {
          continue
        }
        workbenches[bench.exercise]?.keptDrafts[path] = nil
        effects.append(.dropDraft(exercise: bench.exercise, path: path))
      }
    }
    return effects
  }

  var savesOfAllModified: [ConsoleEffect] {
    drafts.map {
      .saveFile(exercise: $0.exercise, path: $0.path, text: $0.text, overwriting: false)
    }
  }
}
