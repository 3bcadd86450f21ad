import SessionEngine
import TerminalCore

extension ConsoleState {
  mutating func handle(_ key: KeyPress) -> [ConsoleEffect] {
    if dialog != nil { return handleInDialog(key) }
    if let id = typingInto {
      if key == KeyMap.leaveProgram {
        typingInto = nil
        return []
      }
      return followOutput(of: id) + [.sendKey(key, id)]
    }
    if !screens.isEmpty { return handleOnScreen(key) }
    if let run = focusedRun?.snapshot.id {
      if search?.run == run, search?.isTyping == true { return handleInSearch(key) }
      if selection?.run == run, selection?.means == .lines { return handleInSelection(key) }
    }
    if keyScope == .editor { return handleInEditor(key) }
    guard let binding = binding(for: key) else { return [] }
    return perform(binding)
  }

  mutating func handlePaste(_ text: String) -> [ConsoleEffect] {
    if case .palette(var palette)? = dialog {
      palette.filter += text.prefix { !$0.isNewline }
      dialog = .palette(palette)
      return []
    }
    if case .form(var form)? = dialog {
      guard case .text = form.fields[form.selected].kind else { return [] }
      form.fields[form.selected].input.insert(text)
      dialog = .form(form)
      return []
    }
    guard dialog == nil else { return [] }
    if !screens.isEmpty { return pasteOnScreen(text) }
    if let search, search.isTyping, search.run == focusedRun?.snapshot.id {
      return look(for: search.text + text.prefix { !$0.isNewline })
    }
    if let id = typingInto { return followOutput(of: id) + [.paste(text, id)] }
    guard keyScope == .editor, var editor = workbench?.editor else { return [] }
    let requests = editor.handlePaste(text)
    workbench?.editor = editor
    return carryOut(requests)
  }

  /// Who types wants to see what comes of it.
  private mutating func followOutput(of id: RunID) -> [ConsoleEffect] {
    guard scrollOffset(of: id) > 0 else { return [] }
    setScrollOffset(0, of: id)
    return [readScreen(of: id)]
  }

  /// The pane's own keys come before those that hold everywhere.
  private func binding(for key: KeyPress) -> KeyBinding? {
    let scope = keyScope
    return KeyMap.bindings.first { $0.scope == scope && $0.keys.contains(key) }
      ?? shellTabBindings.first { $0.keys.contains(key) }
      ?? KeyMap.bindings.first { $0.scope == .everywhere && $0.keys.contains(key) }
  }

  /// A shell is a tab as the page is: the same keys go to the next one.
  var shellTabBindings: [KeyBinding] {
    guard keyScope == .run, focus == .workbench else { return [] }
    return KeyMap.bindings.filter {
      $0.scope == .page && ($0.command == .nextTab || $0.command == .previousTab)
    }
  }

  /// The editor has the keys but for the console's own chords; in a prompt it has them all.
  private mutating func handleInEditor(_ key: KeyPress) -> [ConsoleEffect] {
    guard var editor = workbench?.editor else { return [] }
    if editor.prompt == .none,
      let binding = KeyMap.bindings.first(where: { $0.scope == .editor && $0.keys.contains(key) })
    {
      return perform(binding)
    }
    let requests = editor.handle(key)
    workbench?.editor = editor
    return carryOut(requests)
  }

  private mutating func carryOut(_ requests: [EditorRequest]) -> [ConsoleEffect] {
    var effects: [ConsoleEffect] = []
    for request in requests {
      switch request {
      case .save: effects += saveFile()
      case .copyToClipboard(let text): effects += copy(text)
      case .leave: effects += perform(.leaveEditor)
      case .close: closeFile()
      case .unhandled: break
      }
    }
    return effects
  }

  /// Puts the page in front; text that is not saved is not let go.
  private mutating func closeFile() {
    guard var bench = workbench, case .file(let path) = bench.tab else { return }
    guard !bench.modifiedFiles.contains(path) else {
      notice = Notice(.information, "\(path) is not saved: Ctrl-S saves it, then Ctrl-W closes it.")
      return
    }
    bench.fileStates[path] = nil
    bench.tab = .page
    workbench = bench
  }

  mutating func copy(_ text: String) -> [ConsoleEffect] {
    // The end of the last line begins no further one.
    let whole = text.hasSuffix("\n") ? text.dropLast() : text[...]
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false).count
    notice = Notice(
      .information,
      lines == 1 ? "Copied \(whole.count) characters." : "Copied \(lines) lines.")
    return [.copy(text)]
  }

  mutating func perform(_ binding: KeyBinding) -> [ConsoleEffect] {
    performIfEnabled(binding.command)
  }

  mutating func performIfEnabled(_ command: Command) -> [ConsoleEffect] {
    if let reason = disabledReason(of: command) {
      notice = Notice(.information, reason)
      return []
    }
    return perform(command)
  }

  mutating func handle(_ mouse: MouseEvent) -> [ConsoleEffect] {
    if mouse.action == .press, layout.footer.contains(mouse.point) {
      let hint = footerBar.hint(at: mouse.point.column, columns: size.columns)
      return hint?.press.map { handle($0) } ?? []
    }
    if dialog != nil { return handleInDialog(mouse) }
    if !screens.isEmpty { return handleOnScreen(mouse) }
    if let held = selection, held.means == .dragging, mouse.action != .press {
      guard let area = screenArea(of: held.run) else { return [] }
      return markText(mouse, of: held.run, in: area) ?? []
    }
    if mouse.action == .press, layout.strip?.contains(mouse.point) == true {
      return performIfEnabled(.showComparison)
    }
    guard let pane = layout.panes.first(where: { $0.value.contains(mouse.point) })?.key else {
      return []
    }
    if mouse.action == .press, pane != focus {
      focus = pane
      typingInto = nil
    }
    switch pane {
    case .outline: return handleInOutline(mouse)
    case .workbench: return handleInWorkbench(mouse)
    case .firstRun, .secondRun: return handleInRun(mouse, pane)
    case .gpu: return handleInGPUPane(mouse)
    }
  }

  private mutating func handleInOutline(_ mouse: MouseEvent) -> [ConsoleEffect] {
    switch mouse.action {
    case .scrollUp: return perform(.selectPrevious)
    case .scrollDown: return perform(.selectNext)
    case .press:
      guard let inside = layout.inside(.outline) else { return [] }
      let row = outlineScroll + mouse.point.row - inside.row
      guard outlineRows.indices.contains(row) else { return [] }
      if row == outlineSelection { return perform(.openSelected) }
      outlineSelection = row
      return []
    case .drag, .release: return []
    }
  }

  private mutating func handleInWorkbench(_ mouse: MouseEvent) -> [ConsoleEffect] {
    guard let inside = layout.inside(.workbench) else { return [] }
    if mouse.action == .press, mouse.point.row == inside.row {
      return tab(at: mouse.point.column - inside.column, columns: inside.columns).map {
        show($0)
      } ?? []
    }
    if case .shell(let id)? = workbench?.tab {
      return handleInProgram(mouse, id, inside.splitTop(1).rest, .workbench)
    }
    if var editor = workbench?.editor {
      let requests = editor.handleMouse(mouse, in: inside.splitTop(1).rest)
      workbench?.editor = editor
      return carryOut(requests)
    }
    if mouse.action == .press, workbench?.tab == .page, let parts = pageParts,
      parts.goals.contains(mouse.point) || parts.rule.contains(mouse.point)
    {
      return performIfEnabled(.showGoals)
    }
    return turnWheel(mouse, over: .workbench)
  }

  private mutating func handleInRun(_ mouse: MouseEvent, _ pane: PaneID) -> [ConsoleEffect] {
    guard let lane = pane.lane, let run = run(inPane: lane), let inside = layout.inside(pane)
    else { return [] }
    let area = geometry(ofPane: lane, inside: inside).screen
    return handleInProgram(mouse, run.snapshot.id, area, pane)
  }

  /// A program that is being typed into gets the mouse too; otherwise the wheel scrolls its output.
  private mutating func handleInProgram(
    _ mouse: MouseEvent, _ id: RunID, _ area: Rect, _ pane: PaneID
  ) -> [ConsoleEffect] {
    if typingInto == id, area.contains(mouse.point) {
      var inner = mouse
      inner.point = Point(
        column: mouse.point.column - area.column,
        row: mouse.point.row - area.row + firstRowInView(of: id))
      return [.sendMouse(inner, id)]
    }
    if let effects = markText(mouse, of: id, in: area) { return effects }
    return turnWheel(mouse, over: pane)
  }

  /// The wheel scrolls what is under it, in front or not.
  private mutating func turnWheel(_ mouse: MouseEvent, over pane: PaneID) -> [ConsoleEffect] {
    switch mouse.action {
    case .scrollUp: return scroll(pane, by: -3)
    case .scrollDown: return scroll(pane, by: 3)
    case .press, .release, .drag: return []
    }
  }
}
