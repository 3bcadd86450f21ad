import TextEditing

/// What the editor's last row asks for, while it asks.
public enum EditorPrompt: Sendable, Equatable {
  case none
  /// A text to look for, from where the cursor was when the search began.
  case find(text: String, origin: Position)
  /// A line's number.
  case goToLine(String)
}
