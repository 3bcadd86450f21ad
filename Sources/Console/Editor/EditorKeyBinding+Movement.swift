import TerminalCore
import TextEditing

extension EditorKeyBinding {
  /// What help says about movement: one line for keys that belong together.
  public static let movementHelp: [(keyNames: String, detail: String)] = [
    ("Arrows", "Move the cursor; with Shift, select."),
    ("Ctrl-Left Ctrl-Right", "Move by words; with Shift, select."),
    ("Home End", "The line's first text, its first column, its end."),
    ("Ctrl-Home Ctrl-End", "The text's beginning and end."),
    ("Page Up Page Down", "Move by screens."),
    ("Mouse", "Click to place the cursor, drag to select, turn the wheel to scroll."),
  ]

  /// What a key that moves or types does; nil for one that means nothing here.
  static func plainAction(of press: KeyPress) -> EditorAction? {
    let selecting = press.modifiers.contains(.shift)
    let byWord = press.modifiers.contains(.control)
    if press.modifiers.contains(.alt) { return nil }
    func motion(_ motion: Motion) -> EditorAction { .command(.move(motion, selecting: selecting)) }
    switch press.key {
    case .left: return motion(byWord ? .wordLeft : .left)
    case .right: return motion(byWord ? .wordRight : .right)
    case .up: return byWord ? nil : motion(.up)
    case .down: return byWord ? nil : motion(.down)
    case .home: return motion(byWord ? .documentStart : .lineStart)
    case .end: return motion(byWord ? .documentEnd : .lineEnd)
    case .pageUp: return byWord ? nil : .page(forward: false, selecting: selecting)
    case .pageDown: return byWord ? nil : .page(forward: true, selecting: selecting)
    case .enter: return byWord ? nil : .command(.newline)
    case .backspace: return .command(.backspace)
    case .delete: return .command(.delete)
    case .character(let character): return byWord ? nil : .command(.insert(String(character)))
    default: return nil
    }
  }
}
