import SessionEngine

/// What a change of the workspace would do or did, in words.
struct ChangeWords {
  let state: ConsoleState
  let columns: Int

  func title(of question: ChangeQuestion) -> String {
    switch question.action {
    case .reset(let id): "Start \(id) again?"
    case .solution(let id):
      question.asksAgain ? "Really take the solution?" : "Take the solution of \(id)?"
    case .catchUp: "Catch up with the room?"
    }
  }

  func title(of action: WorkspaceAction) -> String {
    switch action {
    case .reset(let id): "\(id) is as at its start"
    case .solution(let id): "\(id) has the solution's files"
    case .catchUp: "Caught up with the room"
    }
  }

  static func summary(of changes: [WorkspaceChange], _ action: WorkspaceAction) -> String {
    let files = changes.flatMap(\.files).count { $0.kind != .stayed }
    let kept = changes.compactMap(\.keptIn).first
    let what = files == 0 ? "Nothing had to change." : "\(files) files changed."
    return what + (kept.map { " What you had is in \($0)." } ?? "")
  }

  func lines(of question: ChangeQuestion) -> [StyledLine] {
    var lines: [StyledLine] = []
    let unsaved = state.unsavedFiles(of: question)
    var isAllUnsaved = false
    switch question.plan {
    case .planning: return [StyledLine("Looking at your files…", .textMuted)]
    case .impossible(let diagnosis): return wrapped(diagnosis.words, .bad)
    case .planned(let changes, let says):
      if let says { lines += wrapped(says) + [StyledLine()] }
      if question.asksAgain {
        lines += wrapped(
          "You learn more by the difference, line by line (d), or by a hint. "
            + "Enter takes the solution all the same.", .warning)
        lines.append(StyledLine())
      }
      // What is on the disk is as it would be, and what is typed over it is not.
      isAllUnsaved = !unsaved.isEmpty && changes.allSatisfy(\.changesNothing)
      if !isAllUnsaved { lines += self.lines(of: changes, isDone: false) }
    }
    if !unsaved.isEmpty {
      if !isAllUnsaved { lines += [StyledLine()] }
      lines += wrapped(
        "Not saved yet: \(unsaved.joined(separator: ", ")). It is saved first, and kept aside"
          + (isAllUnsaved ? " in \(place(".atelier/kept"))." : " with the rest."), .warning)
    }
    return lines
  }

  func lines(ofDone changes: [WorkspaceChange]) -> [StyledLine] {
    lines(of: changes, isDone: true)
  }

  func choices(of question: ChangeQuestion) -> [KeyHint] {
    if question.isUnderWay { return [KeyHint("Esc", "close")] }
    var choices: [KeyHint] = []
    if state.canAgree(to: question) {
      let words =
        switch question.action {
        case .reset: "start again"
        case .solution: question.asksAgain ? "take it" : "go on"
        case .catchUp: "catch up"
        }
      choices.append(KeyHint("Enter", words))
    }
    if case .solution = question.action { choices.append(KeyHint("d", "the difference instead")) }
    return choices + [KeyHint("Esc", question.asksAgain ? "back" : "close")]
  }

  private func lines(of changes: [WorkspaceChange], isDone: Bool) -> [StyledLine] {
    guard !changes.allSatisfy(\.changesNothing) else {
      return wrapped("Everything is as it would be: there is nothing to change.")
    }
    var lines: [StyledLine] = []
    for change in changes where !change.changesNothing {
      if !lines.isEmpty { lines.append(StyledLine()) }
      if changes.count > 1 { lines.append(StyledLine(change.exercise, .textAccent)) }
      for file in change.files where file.kind != .stayed {
        let (word, role) = Self.word(file.kind, isDone: isDone)
        lines.append(StyledLine([StyledSpan(word, role), StyledSpan(file.path)]))
      }
      let stayed = change.files.count { $0.kind == .stayed }
      if stayed > 0 {
        lines += wrapped(
          stayed == 1
            ? "1 more of your files stays as it is."
            : "\(stayed) more of your files stay as they are.", .textMuted)
      }
      if let kept = change.keptIn {
        lines += wrapped(
          isDone
            ? "What was there is kept in \(place(kept))"
            // The folder's name has the second in which it is made.
            : "What is there now goes to \(place(".atelier/kept")), into a folder with the date "
              + "and time.",
          .textStrong)
      }
    }
    return lines
  }

  /// A path of the workspace as one finds it from anywhere.
  private func place(_ path: String) -> String { "\(state.workspaceName)/\(path)" }

  private static func word(
    _ kind: WorkspaceChange.Kind, isDone: Bool
  ) -> (String, ThemeRole) {
    switch kind {
    case .added: ("+ added     ", .good)
    case .replaced: ("~ replaced  ", .warning)
    case .removed: ("- set aside ", .warning)
    case .stayed: ("  stays     ", .textMuted)
    }
  }

  private func wrapped(_ text: String, _ role: ThemeRole = .text) -> [StyledLine] {
    TextWrapping.lines(of: text, columns: columns).map { StyledLine($0, role) }
  }
}
