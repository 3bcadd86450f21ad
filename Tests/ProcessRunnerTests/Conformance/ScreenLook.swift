import ProcessRunner
import TerminalCore

/// How a whole screen looks at one mark of a recording.
struct ScreenLook: Equatable {
  var rows: [[CellLook]]
  /// Row, column and whether it is shown.
  var cursor: CursorLook

  struct CursorLook: Equatable {
    var row: Int
    var column: Int
    var isShown: Bool
  }

  init(rows: [[CellLook]], cursor: CursorLook) {
    self.rows = rows
    self.cursor = cursor
  }

  init(_ snapshot: TerminalSnapshot) {
    let buffer = snapshot.buffer
    rows = (0..<buffer.size.rows).map { row in
      (0..<buffer.size.columns).map { CellLook(buffer[$0, row]) }
    }
    cursor = CursorLook(
      row: snapshot.cursor?.row ?? 0, column: snapshot.cursor?.column ?? 0,
      isShown: snapshot.cursor != nil)
  }
}
