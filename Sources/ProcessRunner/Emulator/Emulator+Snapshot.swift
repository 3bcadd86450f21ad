import TerminalCore

extension Emulator {
  /// The visible cells with the view scrolled back by so many lines, at most to the oldest.
  func snapshot(scrollOffset requested: Int) -> TerminalSnapshot {
    let available = state.pointee.isAlternate ? 0 : state.pointee.scrollback.count
    let offset = min(max(0, requested), available)
    var buffer = CellBuffer(size: size)
    for row in 0..<size.rows {
      let line = available - offset + row
      forEachCell(line: line, available: available) { column, cell in
        show(cell, column: column, row: row, in: &buffer)
      }
      fitWidths(row: row, in: &buffer)
    }
    if state.pointee.isReversed {
      buffer.restyle(buffer.bounds) { $0.attributes.formSymmetricDifference(.reverse) }
    }
    return TerminalSnapshot(
      buffer: buffer, cursor: visibleCursor(offset: offset), scrollbackLines: available,
      scrollOffset: offset, isAlternateScreen: state.pointee.isAlternate,
      totalScrolledLines: state.pointee.scrollback.added)
  }

  /// Line 0 is the oldest of the scrollback where there is one, and the screen's first where not.
  private func forEachCell(line: Int, available: Int, _ body: (Int, PackedCell) -> Void) {
    if line < available {
      state.pointee.scrollback[line].forEachCell(limit: size.columns, body)
      return
    }
    let row = state.pointee.grid.rows[line - available]
    for column in 0..<min(row.used, size.columns) { body(column, row.cells[column]) }
  }

  private func show(_ cell: PackedCell, column: Int, row: Int, in buffer: inout CellBuffer) {
    guard !cell.isBlank else { return }
    let style = Style(
      foreground: cell.foreground.color, background: cell.background.color,
      attributes: Attributes(rawValue: cell.attributes))
    if cell.width == 0 {
      buffer[column, row] = .continuation(style: style)
    } else if cell.width == 2, column + 1 >= size.columns {
      buffer[column, row] = Cell(" ", style: style)
    } else {
      buffer[column, row] = Cell(
        state.pointee.clusters.character(for: cell.content), width: Int8(cell.width), style: style)
    }
  }

  /// libvterm's table of widths is older than the C library's. Where they differ the layout's
  /// count holds, as far as the cells beside leave room.
  private func fitWidths(row: Int, in buffer: inout CellBuffer) {
    for column in 0..<size.columns {
      let cell = buffer[column, row]
      guard cell.width > 0, !cell.character.isASCII else { continue }
      let columns = TextWidth.columns(of: cell.character)
      if columns < cell.width {
        let narrow = columns == 0 ? "\u{FFFD}" : cell.character
        buffer[column, row] = Cell(narrow, style: cell.style)
        if cell.width == 2 { buffer[column + 1, row] = Cell(style: cell.style) }
      } else if columns > cell.width {
        widen(column: column, row: row, in: &buffer)
      }
    }
  }

  private func widen(column: Int, row: Int, in buffer: inout CellBuffer) {
    let cell = buffer[column, row]
    let next = buffer[column + 1, row]
    if column + 1 < size.columns, next.character == " ", next.width == 1 {
      buffer[column, row].width = 2
      buffer[column + 1, row] = .continuation(style: cell.style)
      return
    }
    let first = cell.character.unicodeScalars.first.map(Character.init) ?? "\u{FFFD}"
    buffer[column, row].character = TextWidth.columns(of: first) == 1 ? first : "\u{FFFD}"
  }

  private func visibleCursor(offset: Int) -> Point? {
    let cursor = state.pointee.cursor
    let row = Int(cursor.row) + offset
    guard state.pointee.isCursorVisible, row >= 0, row < size.rows else { return nil }
    return Point(column: min(max(0, Int(cursor.col)), size.columns - 1), row: row)
  }

  /// Lines of scrollback and primary screen together, without those below the last written one.
  var lineCount: Int {
    let grid = state.pointee.primary
    var rows = grid.rowCount
    while rows > 0, grid.rows[rows - 1].trimmedCount == 0 { rows -= 1 }
    return state.pointee.scrollback.count + rows
  }

  /// Plain text of lines of scrollback and primary screen, oldest first, without blanks at the end.
  func lines(in range: Range<Int>) -> [String] {
    range.clamped(to: 0..<lineCount).map(text(ofLine:))
  }

  private func text(ofLine line: Int) -> String {
    var text = ""
    let append = { (cell: PackedCell) in
      if cell.width > 0 { text.append(self.state.pointee.clusters.character(for: cell.content)) }
    }
    let scrolled = state.pointee.scrollback.count
    if line < scrolled {
      state.pointee.scrollback[line].forEachCell(limit: .max) { append($1) }
    } else {
      let row = state.pointee.primary.rows[line - scrolled]
      for column in 0..<row.used { append(row.cells[column]) }
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}
