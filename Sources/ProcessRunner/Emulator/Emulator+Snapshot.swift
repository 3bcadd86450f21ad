import TerminalCore

extension Emulator {
  /// The visible cells with the view scrolled back by so many lines, at most to the oldest.
  func snapshot(scrollOffset requested: Int) -> TerminalSnapshot {
    let available = state.pointee.isAlternate ? 0 : state.pointee.scrollback.count
    let offset = min(max(0, requested), available)
    let columns = size.columns
    var rowsWithOthers: [Int] = []
    let cells = [Cell](unsafeUninitializedCapacity: columns * size.rows) { buffer, count in
      buffer.initialize(repeating: .blank)
      for row in 0..<size.rows {
        let target = UnsafeMutableBufferPointer(
          rebasing: buffer[row * columns..<(row + 1) * columns])
        let hasOthers = show(line: available - offset + row, available: available, in: target)
        if hasOthers { rowsWithOthers.append(row) }
      }
      count = columns * size.rows
    }
    var buffer = CellBuffer(size: size, cells: cells)
    for row in rowsWithOthers { fitWidths(row: row, in: &buffer) }
    if state.pointee.isReversed {
      buffer.restyle(buffer.bounds) { $0.attributes.formSymmetricDifference(.reverse) }
    }
    return TerminalSnapshot(
      buffer: buffer, cursor: visibleCursor(offset: offset), scrollbackLines: available,
      scrollOffset: offset, isAlternateScreen: state.pointee.isAlternate,
      totalScrolledLines: state.pointee.scrollback.added)
  }

  /// Line 0 is the oldest of the scrollback where there is one, and the screen's first where not.
  /// - Returns: Whether the line has characters beyond ASCII.
  private func show(
    line: Int, available: Int, in target: UnsafeMutableBufferPointer<Cell>
  ) -> Bool {
    var hasOthers = false
    var last = PackedCell()
    var style = Style.plain
    let show = { (column: Int, cell: PackedCell) in
      guard !cell.isBlank else { return }
      if !cell.hasSameStyle(as: last) {
        last = cell
        style = cell.style
      }
      if cell.content < 0x80, cell.width == 1 {
        target[column] = Cell(self.asciiCharacters[Int(cell.content)], style: style)
      } else {
        hasOthers = true
        target[column] = self.wideOrOther(cell, style: style, isLast: column + 1 >= target.count)
      }
    }
    if line < available {
      state.pointee.scrollback[line].forEachCell(limit: target.count, show)
    } else {
      state.pointee.grid.rows[line - available].forEachCell(limit: target.count, show)
    }
    return hasOthers
  }

  private func wideOrOther(_ cell: PackedCell, style: Style, isLast: Bool) -> Cell {
    if cell.width == 0 { return .continuation(style: style) }
    if cell.width == 2, isLast { return Cell(" ", style: style) }
    return Cell(
      state.pointee.clusters.character(for: cell.content), width: Int8(cell.width), style: style)
  }

  /// A character may have become wider by what was added to it, and libvterm, which writes where a
  /// mode is set, counts by an older table. The layout's count holds, as far as the cells beside
  /// leave room.
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
    let row = state.pointee.row + offset
    guard state.pointee.isCursorVisible, row >= 0, row < size.rows else { return nil }
    return Point(column: min(max(0, state.pointee.column), size.columns - 1), row: row)
  }
}

extension PackedCell {
  fileprivate var style: Style {
    Style(
      foreground: foreground.color, background: background.color,
      attributes: Attributes(rawValue: attributes))
  }
}
