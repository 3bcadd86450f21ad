import TextEditing

extension EditorPane {
  /// Puts the cursor at a place counted from 1, or as near as the text has it.
  public mutating func go(toLine line: Int, column: Int) {
    run(.move(.to(Position(line: max(0, line - 1), column: max(0, column - 1))), selecting: false))
    follow()
  }

  /// The cursor's place counted from 1.
  var place: (line: Int, column: Int) { (editor.cursor.line + 1, editor.cursor.column + 1) }
}
