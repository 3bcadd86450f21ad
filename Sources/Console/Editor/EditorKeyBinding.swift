import TerminalCore

/// Keys of the editor with what they do in words, for help and the footer.
public struct EditorKeyBinding: Sendable, Equatable {
  public let keys: [KeyPress]
  /// The keys as people read them: `Ctrl-S`.
  public let keyNames: String
  /// One or two words.
  public let title: String
  /// One sentence.
  public let detail: String
  let action: EditorAction

  init(
    _ keyNames: String, _ keys: [KeyPress], title: String, detail: String, _ action: EditorAction
  ) {
    self.keys = keys
    self.keyNames = keyNames
    self.title = title
    self.detail = detail
    self.action = action
  }
}
