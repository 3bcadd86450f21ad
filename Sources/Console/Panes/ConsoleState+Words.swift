import SessionEngine
import TerminalCore

extension ConsoleState {
  /// Who makes the environments, such as `venv (Python 3.11.2)`.
  var providerWords: String {
    guard let provider else { return "Looking for pixi and Python…" }
    let tool = provider.kind == .pixi ? "pixi" : "venv, Python"
    return "Environments by \(tool) \(provider.version ?? "(version unknown)")."
  }

  /// A command with the home and workspace folders as people write them.
  func shortened(_ command: String) -> String {
    guard !workspacePath.isEmpty else { return command }
    return command.replacing(workspacePath, with: workspaceName)
  }

  /// The lines of help: the pane in front first, then what holds everywhere.
  var helpLines: [StyledLine] {
    var lines: [StyledLine] = []
    func add(_ scope: KeyScope) {
      // A binding without keys is the editor's own: its table follows.
      var bindings = KeyMap.bindings.filter { $0.scope == scope && !$0.keys.isEmpty }
      // A list or comparison takes the keys of the panes.
      if scope == .everywhere, !screens.isEmpty {
        bindings = bindings.filter { KeyMap.onFullScreens.contains($0.command) }
      }
      if readOnlyReason != nil {
        bindings = bindings.filter { !Self.writingCommands.contains($0.command) }
      }
      guard !bindings.isEmpty else { return }
      if !lines.isEmpty { lines.append(StyledLine()) }
      var topic: String?
      for binding in bindings {
        let heading = binding.topic ?? scope.title
        if heading != topic {
          if topic != nil { lines.append(StyledLine()) }
          lines.append(StyledLine(heading, .textAccent))
        }
        topic = heading
        lines += self.lines(glyphs.keyName(binding.label), binding.detail)
      }
    }
    if let readOnlyReason {
      let words = readOnlyReason + " Keys that write or run something are left out here."
      lines += TextWrapping.lines(of: words, columns: 76).map { StyledLine($0, .warning) }
    }
    add(keyScope)
    if keyScope == .editor {
      for binding in EditorKeyBinding.all { lines += self.lines(binding.keyNames, binding.detail) }
      for entry in EditorKeyBinding.movementHelp {
        lines += self.lines(entry.keyNames, entry.detail)
      }
    } else {
      add(.everywhere)
    }
    for scope in KeyScope.allCases
    where scope != keyScope && scope != .everywhere && scope != .editor {
      add(scope)
    }
    lines.append(StyledLine())
    lines.append(
      StyledLine(
        "The mouse works too: click, turn the wheel, drag over a run's text to copy it.", .text))
    return lines
  }

  var mostHelpScroll: Int { max(0, helpLines.count - max(1, size.rows - 6)) }

  /// A key with its explanation, wrapped beside it.
  private func lines(_ key: String, _ detail: String) -> [StyledLine] {
    let column = 16
    let room = max(12, min(84, size.columns) - 6 - column)
    return TextWrapping.lines(of: detail, columns: room).enumerated().map { index, text in
      let label = index == 0 ? "  \(key)" : ""
      let padding = String(repeating: " ", count: max(1, column - TextWidth.columns(of: label)))
      return StyledLine([StyledSpan(label + padding, .footerKey), StyledSpan(text, .text)])
    }
  }
}
