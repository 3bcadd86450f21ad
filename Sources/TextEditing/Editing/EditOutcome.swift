/// What a command came to.
public enum EditOutcome: Sendable, Equatable {
  /// There was nothing to do.
  case nothing
  /// The cursor or the selection changed.
  case moved
  case changed
  /// The text is for the clipboard; the document is as it was.
  case copied(String)
  /// The text is for the clipboard; it has left the document.
  case cut(String)
  /// Selected a match; `wrapped` when the search went past the document's end.
  case found(wrapped: Bool)
  case notFound
  /// The language has no line comments.
  case noCommentSyntax
}
