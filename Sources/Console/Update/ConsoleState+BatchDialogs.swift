import SessionEngine
import TerminalCore
import WorkshopModel

/// The dialogs that lead to a batch.
extension ConsoleState {
  mutating func handleInEnvironments(
    _ key: KeyPress, _ selected: Int, _ marked: [String]
  ) -> [ConsoleEffect] {
    guard let open = openExercise, !open.environments.isEmpty else { return [] }
    let environment = open.environments[min(selected, open.environments.count - 1)]
    let last = open.environments.count - 1
    switch key.key {
    case .up, .character("k"):
      dialog = .environments(selected: max(0, selected - 1), marked: marked)
    case .down, .character("j"):
      dialog = .environments(selected: min(last, selected + 1), marked: marked)
    case .enter:
      dialog = nil
      choose(environment.name)
    case .character(" "):
      let names = mark(environment.name, in: open, marked)
      dialog = .environments(selected: min(last, selected + 1), marked: names)
    case .character("d"): return askForMarked(marked, in: open)
    case .character("i"):
      if let readOnlyReason {
        notice = Notice(.information, readOnlyReason)
        return []
      }
      return askForInstall(of: environment.name)
    case .character("s"):
      dialog = nil
      choose(environment.name)
      return performIfEnabled(.openShell)
    case .character("I"):
      dialog = nil
      return showContents(of: environment.name, in: open.id)
    case .character("q"): dialog = nil
    default: break
    }
    return []
  }

  /// The most environments one duel has.
  private static let mostSides = 4

  private mutating func mark(_ name: String, in open: Exercise, _ marked: [String]) -> [String] {
    if marked.contains(name) { return marked.filter { $0 != name } }
    guard open.workload(in: name) != nil else {
      notice = Notice(.information, "\(open.id) has nothing to run in \(name).")
      return marked
    }
    guard marked.count < Self.mostSides else {
      notice = Notice(
        .information, "A duel has at most \(Self.mostSides) sides: Space unmarks one.")
      return marked
    }
    return marked + [name]
  }

  private mutating func askForMarked(_ marked: [String], in open: Exercise) -> [ConsoleEffect] {
    guard marked.isEmpty || marked.count >= 2 else {
      notice = Notice(.information, "Mark two to four environments with Space; one is marked now.")
      return []
    }
    if !marked.isEmpty { duelEnvironments[open.id] = marked }
    if let reason = disabledReason(of: .runSideBySide) {
      notice = Notice(.information, reason)
      return []
    }
    return askForSideBySide()
  }

  mutating func handleInPreview(_ key: KeyPress, _ preview: BatchPreview) -> [ConsoleEffect] {
    var preview = preview
    switch key.key {
    case .character("y") where preview.asksAgain: return startAgreed(preview)
    case .enter, .character("y"):
      guard case .planned = preview.commands, !preview.asksAgain else { return [] }
      guard preview.blockingCount > 0, !preview.onlyInstalls else { return startAgreed(preview) }
      preview.asksAgain = true
      preview.scroll = 0
    case .up, .character("k"): preview.scroll = max(0, preview.scroll - 1)
    case .down, .character("j"):
      let most = self.dialog(for: preview).mostOffset(in: Rect(size: size))
      preview.scroll = min(most, preview.scroll + 1)
    case .character("+"), .character("="):
      guard !preview.onlyInstalls else { return [] }
      preview.repeats = min(BatchPreview.mostRepeats, preview.repeats + 1)
    case .character("-"): preview.repeats = max(1, preview.repeats - 1)
    case .character("o"):
      guard !preview.onlyInstalls else { return [] }
      showOptions(of: preview)
      return []
    case .character("n"), .character("q"):
      dialog = nil
      return []
    default: return []
    }
    dialog = .confirmBatch(preview)
    return []
  }
}
