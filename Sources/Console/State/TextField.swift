import TerminalCore

/// One line of text that is being typed.
public struct TextField: Sendable, Hashable {
  public private(set) var text: String
  /// How many characters stand before the cursor.
  public private(set) var cursor: Int

  public init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  /// Takes a key; false when it means nothing here.
  public mutating func handle(_ press: KeyPress) -> Bool {
    switch (press.key, press.modifiers) {
    case (.left, []): cursor = max(0, cursor - 1)
    case (.right, []): cursor = min(text.count, cursor + 1)
    case (.home, []), (.character("a"), .control): cursor = 0
    case (.end, []), (.character("e"), .control): cursor = text.count
    case (.backspace, _):
      guard cursor > 0 else { return true }
      text.remove(at: index(cursor - 1))
      cursor -= 1
    case (.delete, []):
      if cursor < text.count { text.remove(at: index(cursor)) }
    case (.character("u"), .control): self = TextField()
    case (.character(let character), let held) where held.isSubset(of: .shift):
      insert(String(character))
    default: return false
    }
    return true
  }

  /// Puts text in at the cursor; what stands behind a line break is left out.
  public mutating func insert(_ added: String) {
    let line = added.prefix { !$0.isNewline }
    text.insert(contentsOf: line, at: index(cursor))
    cursor += line.count
  }

  private func index(_ count: Int) -> String.Index {
    text.index(text.startIndex, offsetBy: count)
  }
}
