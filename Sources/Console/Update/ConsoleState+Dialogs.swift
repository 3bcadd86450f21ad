import SessionEngine
import TerminalCore

extension ConsoleState {
  mutating func handleInDialog(_ key: KeyPress) -> [ConsoleEffect] {
    guard let current = dialog else { return [] }
    if key.key == .escape || key == .control("q") {
      // The second question goes back to the first one.
      if case .confirmBatch(var preview) = current, preview.asksAgain {
        preview.asksAgain = false
        dialog = .confirmBatch(preview)
      } else if case .exercise(.change(var question)) = current, question.asksAgain,
        !question.isUnderWay
      {
        question.asksAgain = false
        dialog = .exercise(.change(question))
      } else if case .form(let form) = current, case .runOptions(let preview) = form.purpose,
        case .planned = preview.commands
      {
        // They were opened from the question, which is still to be answered.
        dialog = .confirmBatch(preview)
      } else {
        dialog = nil
      }
      return []
    }
    switch current {
    case .help(let scroll): return handleInHelp(key, scroll)
    case .palette(let palette): return handleInPalette(key, palette)
    case .environments(let selected, let marked):
      return handleInEnvironments(key, selected, marked)
    case .confirmBatch(let preview): return handleInPreview(key, preview)
    case .confirmQuit: return handleInQuit(key)
    case .files(let selected): return handleInFiles(key, selected)
    case .changedOnDisk: return handleInChangedOnDisk(key)
    case .form(let form): return handleInForm(key, form)
    case .runFacts(let id, let scroll): handleInFacts(key, id, scroll)
    case .gpuFigure(let name, let scroll): handleInExplanation(key, name, scroll)
    case .prefetch(let scroll): return handleInPrefetch(key, scroll)
    case .tasks(let selected, let environment):
      return handleInTasks(key, selected, environment)
    case .exercise(let dialog): return handleInExercise(key, dialog)
    }
    return []
  }

  private mutating func handleInHelp(_ key: KeyPress, _ scroll: Int) -> [ConsoleEffect] {
    switch key.key {
    case .up, .character("k"): dialog = .help(scroll: max(0, scroll - 1))
    case .down, .character("j"): dialog = .help(scroll: scroll + 1)
    case .pageUp: dialog = .help(scroll: max(0, scroll - 10))
    case .pageDown, .character(" "): dialog = .help(scroll: scroll + 10)
    case .home: dialog = .help(scroll: 0)
    case .enter, .character("q"), .character("?"), .function(1): dialog = nil
    default: break
    }
    if case .help(let place)? = dialog { dialog = .help(scroll: min(place, mostHelpScroll)) }
    return []
  }

  private mutating func handleInPalette(
    _ key: KeyPress, _ palette: PaletteState
  ) -> [ConsoleEffect] {
    var palette = palette
    let found = paletteBindings(palette.filter)
    switch (key.key, key.modifiers) {
    case (.enter, _):
      dialog = nil
      guard found.indices.contains(palette.selected) else { return [] }
      return perform(found[palette.selected])
    case (.up, _): palette.selected -= 1
    case (.down, _): palette.selected += 1
    case (.backspace, _): palette.filter = String(palette.filter.dropLast())
    case (.character(let character), []), (.character(let character), .shift):
      palette.filter.append(character)
      palette.selected = 0
    default: break
    }
    let count = paletteBindings(palette.filter).count
    palette.selected = max(0, min(count - 1, palette.selected))
    dialog = .palette(palette)
    return []
  }

  /// One row for each command, the words that hold the filter's words.
  func paletteBindings(_ filter: String) -> [KeyBinding] {
    var seen: Set<Command> = []
    let words = filter.lowercased().split(separator: " ")
    return KeyMap.bindings.filter { binding in
      let text = "\(binding.title) \(binding.detail)".lowercased()
      guard isOffered(binding.scope), words.allSatisfy({ text.contains($0) }) else { return false }
      return seen.insert(binding.command).inserted
    }
  }

  /// Commands of a list or comparison are offered where it is in front.
  private func isOffered(_ scope: KeyScope) -> Bool {
    switch scope {
    case .program: false
    case .gpu, .gpuScreen, .runList, .comparison, .contents, .difference, .picture:
      keyScope == scope
    default: true
    }
  }

  private mutating func handleInFacts(_ key: KeyPress, _ id: RunID, _ scroll: Int) {
    let most = factsDialog(of: id, 0).mostOffset(in: Rect(size: size))
    switch key.key {
    case .up, .character("k"): dialog = .runFacts(id, scroll: max(0, scroll - 1))
    case .down, .character("j"): dialog = .runFacts(id, scroll: min(most, scroll + 1))
    case .enter, .character("q"): dialog = nil
    default: break
    }
  }

  private mutating func handleInQuit(_ key: KeyPress) -> [ConsoleEffect] {
    switch key.key {
    case .character("s") where !modifiedFiles.isEmpty:
      dialog = nil
      isQuitting = true
      return savesOfAllModified
    case .character("y"): return [.quit]
    case .enter where modifiedFiles.isEmpty: return [.quit]
    case .character("n"):
      dialog = nil
      return []
    default: return []
    }
  }

  private mutating func handleInFiles(_ key: KeyPress, _ selected: Int) -> [ConsoleEffect] {
    let tabs = workbench?.tabs ?? []
    switch key.key {
    case .up, .character("k"): dialog = .files(selected: max(0, selected - 1))
    case .down, .character("j"): dialog = .files(selected: min(tabs.count - 1, selected + 1))
    case .home: dialog = .files(selected: 0)
    case .end: dialog = .files(selected: max(0, tabs.count - 1))
    case .enter:
      dialog = nil
      guard tabs.indices.contains(selected) else { return [] }
      focus = .workbench
      return show(tabs[selected])
    default: break
    }
    return []
  }

  private mutating func handleInChangedOnDisk(_ key: KeyPress) -> [ConsoleEffect] {
    switch key.key {
    case .character("o"):
      dialog = nil
      return saveFile(overwriting: true)
    case .character("r"):
      // The draft is kept first: opening the file then offers the text typed here on top of it.
      dialog = nil
      guard let exercise, case .file(let path)? = workbench?.tab else { return [] }
      let drafts = keepNewDrafts()
      workbenches[exercise]?.fileStates[path] = .opening
      return drafts + [.openFile(exercise: exercise, path: path)]
    default: return []
    }
  }
}
