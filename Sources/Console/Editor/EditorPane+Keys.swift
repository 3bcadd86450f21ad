import TerminalCore
import TextEditing

extension EditorPane {
  /// Takes one key; what the console has to do about it comes back, usually nothing.
  public mutating func handle(_ press: KeyPress) -> [EditorRequest] {
    message = nil
    if prompt != .none {
      if let requests = handleInPrompt(press) { return requests }
      endPrompt()
    }
    let binding = EditorKeyBinding.all.first { $0.keys.contains(press) }
    guard let action = binding?.action ?? EditorKeyBinding.plainAction(of: press) else {
      return [.unhandled(press)]
    }
    return perform(action)
  }

  /// Puts in a text that the terminal delivered as one piece.
  public mutating func handlePaste(_ text: String) -> [EditorRequest] {
    switch prompt {
    case .find(let old, let origin):
      let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      look(for: old + line, from: origin)
      return []
    case .goToLine(let old):
      prompt = .goToLine(old + text.filter(\.isNumber))
      return []
    case .none:
      message = nil
      return perform(.command(.paste(text)))
    }
  }

  private mutating func perform(_ action: EditorAction) -> [EditorRequest] {
    switch action {
    case .save: return [.save]
    case .close: return [.close]
    case .escape:
      if editor.selection.isEmpty { return [.leave] }
      run(.clearSelection)
    case .find:
      let selection = editor.selection
      let isWithinLine = !selection.isEmpty && selection.start.line == selection.end.line
      prompt = .find(text: "", origin: selection.start)
      if isWithinLine { look(for: editor.selectedText, from: selection.start) }
    case .goToLine: prompt = .goToLine("")
    case .paste: return perform(.command(.paste(clipboard)))
    case .page(let forward, let selecting):
      let rows = max(1, textRows - 1)
      let motion: Motion = forward ? .pageDown(rows: rows) : .pageUp(rows: rows)
      return perform(.command(.move(motion, selecting: selecting)))
    case .command(let command): return perform(command)
    }
    return []
  }

  private mutating func perform(_ command: EditCommand) -> [EditorRequest] {
    if let readOnlyReason, command.changesText {
      message = "Not changed: \(readOnlyReason)"
      return []
    }
    let outcome = run(command)
    follow()
    switch outcome {
    case .copied(let text), .cut(let text):
      guard !text.isEmpty else { return [] }
      clipboard = text
      return [.copyToClipboard(text)]
    case .nothing where command == .undo: message = "Nothing to undo"
    case .nothing where command == .redo: message = "Nothing to redo"
    case .noCommentSyntax: message = "\(editor.language.name) has no line comments"
    default: break
    }
    return []
  }
}

extension EditCommand {
  var changesText: Bool {
    switch self {
    case .move, .selectAll, .selectWord, .clearSelection, .copy, .find, .findNext, .findPrevious,
      .endSearch, .goToLine:
      false
    default: true
    }
  }
}
