import SessionEngine

extension ConsoleState {
  mutating func handle(_ event: ExerciseEvent) -> [ConsoleEffect] {
    switch event {
    case .verdict(let request, let verdict): take(verdict, for: request)
    case .checkFailed(let request, let fault): take(fault, for: request)
    case .progress(let progress):
      exerciseRecords[progress.exercise, default: ExerciseRecord()].progress = progress
    case .hints(let exercise, let shown, let new): take(shown, new: new, of: exercise)
    case .hintFailed(let exercise, let fault):
      let known = exerciseRecords[exercise]?.hints ?? []
      exerciseRecords[exercise, default: ExerciseRecord()].hints = known
      notice = Notice(fault)
    case .planned(let action, let plan): take(plan, for: action)
    case .changed(let action, let changes): return take(changes, of: action)
    case .changeFailed(let action, let fault):
      if case .exercise(.change(let question))? = dialog, question.action == action { dialog = nil }
      notice = Notice(fault)
      return reloads(after: action)
    case .difference(let exercise, let files):
      if difference?.exercise == exercise { difference?.files = files }
    case .differenceFailed(let exercise, let fault):
      if difference?.exercise == exercise { difference?.fault = fault }
    case .pictures(let exercise, let files): take(files, of: exercise)
    case .picture(let picture): take(picture)
    case .pictureLies(let place):
      notice = Notice(.information, "No desktop here opens it; copied: \(place)")
      return [.copy(place)]
    case .filesChanged(let exercise, let paths, let files):
      return filesChanged(paths, files, of: exercise)
    }
    return []
  }

  /// What an exercise's folder is looked at for when it was opened.
  mutating func lookAfterOpening(_ id: String) -> [ConsoleEffect] {
    check(id, .opened) + listPictures(of: id)
  }

  /// A run may have met a goal, and made a picture.
  mutating func lookAfterRun(of id: String) -> [ConsoleEffect] {
    guard workbenches[id] != nil else { return [] }
    return check(id, .worked) + listPictures(of: id)
  }

  func listPictures(of id: String) -> [ConsoleEffect] {
    [.exercise(.listPictures(exercise: id))]
  }

  /// What is done in a shell is judged too: every two seconds its files are looked at.
  mutating func lookAtFiles() -> [ConsoleEffect] {
    guard let exercise, workshop.exercise(exercise)?.goals.isEmpty == false,
      workbench?.page != .loading, clock.uptime - lookedAtFilesAt >= 2
    else { return [] }
    lookedAtFilesAt = clock.uptime
    return [.exercise(.lookAtFiles(exercise: exercise))]
  }

  private mutating func filesChanged(
    _ paths: [String], _ files: [String], of id: String
  ) -> [ConsoleEffect] {
    guard let bench = workbenches[id] else { return [] }
    // A file that is open stays listed, whatever became of it on disk.
    workbenches[id]?.files = files + bench.openFiles.filter { !files.contains($0) }
    let isAboutEnvironments = paths.contains {
      ["pixi.toml", "pyproject.toml", "pixi.lock"].contains($0)
    }
    return reload(paths, of: id) + check(id, .worked) + listPictures(of: id)
      + (isAboutEnvironments ? [.refreshEnvironments(exercise: id)] : [])
  }

  /// Reads files anew whose editors hold nothing that is not saved.
  mutating func reload(_ paths: [String], of id: String) -> [ConsoleEffect] {
    var effects: [ConsoleEffect] = []
    for path in paths {
      guard case .opened(let editor)? = workbenches[id]?.fileStates[path], !editor.isModified
      else { continue }
      workbenches[id]?.reloading.insert(path)
      effects.append(.openFile(exercise: id, path: path))
    }
    return effects
  }

  /// Puts a file's text into the workbench; what was typed while it was read anew stays.
  mutating func take(_ state: Workbench.FileState, at path: String, of id: String) {
    let isReload = workbenches[id]?.reloading.remove(path) != nil
    var state = state
    if isReload, case .opened(let old)? = workbenches[id]?.fileStates[path] {
      if old.isModified { return }
      if case .opened(var new) = state {
        if new.text == old.text { return }
        new.go(toLine: old.place.line, column: old.place.column)
        new.message = "Read anew: it was changed outside the editor"
        state = .opened(new)
      }
    }
    workbenches[id]?.fileStates[path] = state
  }
}
