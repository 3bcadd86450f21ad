/// Everything that can be done to a text being edited.
public enum EditCommand: Sendable, Hashable {
  /// Puts a typed text in the place of the selection.
  case insert(String)
  /// Breaks the line and carries its indentation on.
  case newline
  /// Indents the selected lines, or goes to the next indentation stop.
  case tab
  case indent
  case outdent
  case backspace
  case delete
  case deleteWordBackward
  case deleteWordForward
  case move(Motion, selecting: Bool)
  case selectAll
  /// The word under the cursor.
  case selectWord
  case clearSelection
  /// With nothing selected, the whole line.
  case cut
  case copy
  case paste(String)
  case duplicate
  case moveLinesUp
  case moveLinesDown
  case toggleComment
  case undo
  case redo
  /// Looks for a text from a place on, the place included, and keeps it for `findNext`.
  case find(String, from: Position)
  case findNext
  case findPrevious
  case endSearch
  /// Counted from 1, as people and compilers do.
  case goToLine(Int)
}
