import TextEditing

/// What a key does in the editor pane.
enum EditorAction: Sendable, Equatable {
  case command(EditCommand)
  /// A page up or down: how many rows that is, only the pane knows.
  case page(forward: Bool, selecting: Bool)
  case paste
  case save
  case close
  case find
  case goToLine
  case escape
}
