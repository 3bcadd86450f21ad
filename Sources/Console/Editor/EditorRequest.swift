import TerminalCore

/// What the editor pane asks of the console around it.
public enum EditorRequest: Sendable, Equatable {
  /// Write the text to its file.
  case save
  /// Close the file; asking about unsaved text is the console's part.
  case close
  /// Put a text on the terminal's clipboard (OSC 52).
  case copyToClipboard(String)
  /// Give the focus back.
  case leave
  /// The key means nothing to the editor.
  case unhandled(KeyPress)
}
