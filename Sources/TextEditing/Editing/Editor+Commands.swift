extension Editor {
  /// Does one command; the ruler tells how wide characters stand on the screen.
  @discardableResult
  public mutating func apply(_ command: EditCommand, ruler: ColumnRuler) -> EditOutcome {
    if !command.isVertical { preferredColumn = nil }
    switch command {
    case .insert(let text): return insert(text)
    case .backspace: return backspace()
    default: history.closeStep()
    }
    switch command {
    case .insert, .backspace: return .nothing
    case .newline: return newline()
    case .tab: return tab(ruler)
    case .indent: return indentLines()
    case .outdent: return outdentLines(tabWidth: ruler.tabWidth)
    case .delete: return delete(to: position(after: selection.end))
    case .deleteWordBackward: return delete(to: wordStart(before: selection.start))
    case .deleteWordForward: return delete(to: wordEnd(after: selection.end))
    case .move(let motion, let selecting): return move(motion, selecting: selecting, ruler)
    case .selectAll: return select(Selection(anchor: .zero, head: document.end))
    case .selectWord: return selectWord()
    case .clearSelection: return select(Selection(cursor: cursor))
    case .cut: return cut()
    case .copy: return .copied(selectedText)
    case .paste(let text): return text.isEmpty ? .nothing : replaceSelection(with: text)
    case .duplicate: return duplicate()
    case .moveLinesUp: return moveLines(by: -1)
    case .moveLinesDown: return moveLines(by: 1)
    case .toggleComment: return toggleComment()
    case .undo: return undo()
    case .redo: return redo()
    case .find(let text, let place): return find(text, from: place)
    case .findNext: return findNext()
    case .findPrevious: return findPrevious()
    case .endSearch:
      search = nil
      return .moved
    case .goToLine(let number):
      let line = min(max(1, number), document.lineCount) - 1
      return select(Selection(cursor: Position(line: line, column: 0)))
    }
  }

  mutating func select(_ new: Selection) -> EditOutcome {
    guard new != selection else { return .nothing }
    selection = new
    return .moved
  }

  private mutating func undo() -> EditOutcome {
    guard let step = history.undo() else { return .nothing }
    putLines(step.firstLine..<(step.firstLine + step.newLines.count), step.oldLines)
    selection = step.selectionBefore
    return .changed
  }

  private mutating func redo() -> EditOutcome {
    guard let step = history.redo() else { return .nothing }
    putLines(step.firstLine..<(step.firstLine + step.oldLines.count), step.newLines)
    selection = step.selectionAfter
    return .changed
  }
}

extension EditCommand {
  fileprivate var isVertical: Bool {
    switch self {
    case .move(.up, _), .move(.down, _), .move(.pageUp, _), .move(.pageDown, _): true
    default: false
    }
  }
}
