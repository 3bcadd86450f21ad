/// Sequences that set much of the terminal back at once.
extension Emulator {
  /// RIS: everything is as it was at the start, but for the scrollback.
  func resetFully(_ bytes: [UInt8]) {
    state.pointee.leaveAlternate()
    state.pointee.isReversed = false
    state.pointee.mouse = .none
    forgetModes()
    // What libvterm erases next takes the background of the pen.
    tell(sequence: bytes)
    state.pointee.isWrapPending = false
    state.pointee.progress = nil
  }

  /// DECSTR, which libvterm 0.1 does not know: modes and pen are set back, cells and cursor stay.
  func resetSoftly() {
    let (row, column) = (state.pointee.row, state.pointee.column)
    tell("\u{1B}[?6l\u{1B}[?69l\u{1B}[4l\u{1B}[20l\u{1B}[r\u{1B}[?7h\u{1B}[?25h\u{1B}[?1l\u{1B}>")
    tell("\u{1B}(B\u{1B})B\u{1B}*B\u{1B}+B\u{0F}")
    forgetModes()
    (state.pointee.row, state.pointee.column) = (row, column)
    state.pointee.isWrapPending = false
    isCursorAhead = true
  }

  private func forgetModes() {
    state.pointee.pen = PackedCell()
    state.pointee.modes = TextModes()
    state.pointee.characterSets = CharacterSets()
    state.pointee.saved = SavedCursor()
  }

  /// DECALN: a screen of plain E, whose lines scroll as a whole, with the cursor at its beginning.
  func align(_ bytes: [UInt8]) {
    let pen = state.pointee.pen
    state.pointee.pen = PackedCell()
    for byte in ["[?6l", "[r"] { obeyControlSequence(Array(byte.utf8)) }
    tell(sequence: bytes)
    obeyControlSequence([UInt8(ascii: "["), UInt8(ascii: "H")])
    state.pointee.pen = pen
  }
}
