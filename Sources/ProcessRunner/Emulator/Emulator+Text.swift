extension Emulator {
  /// Writes printable ASCII characters.
  @inline(__always)
  func write(_ bytes: UnsafePointer<UInt8>, count: Int) {
    if isPlain(columns: count) {
      state.pointee.write(bytes, count: count)
      isCursorAhead = true
    } else {
      for index in 0..<count { writeInMode(UInt32(bytes[index]), width: 1) }
    }
  }

  /// Whether text of so many columns can be written without libvterm.
  @inline(__always)
  private func isPlain(columns: Int) -> Bool {
    guard state.pointee.modes.isPlain else { return false }
    return state.pointee.modes.hasPlainLines
      || (!state.pointee.isWrapPending && state.pointee.column + columns <= size.columns)
  }

  /// Writes a character beyond ASCII.
  func write(_ scalar: UInt32) {
    // C1 controls are bytes of their own in other encodings; as characters they mean nothing.
    guard !(0x80...0x9F).contains(scalar) else { return }
    let width = state.pointee.widths.width(of: scalar)
    if width == 0 {
      state.pointee.combine(scalar)
    } else if isPlain(columns: width) {
      state.pointee.write(scalar, width: width)
      isCursorAhead = true
    } else {
      writeInMode(scalar, width: width)
    }
  }

  /// Writes a character where a mode changes how that is done.
  private func writeInMode(_ scalar: UInt32, width: Int) {
    tellCursor()
    state.pointee.lastScalar = scalar
    if state.pointee.isWrapPending {
      state.pointee.isWrapPending = false
      tell("\r\n")
      takeCursor()
      tellInMode(scalar, width: width)
      markContinuation()
    } else {
      tellInMode(scalar, width: width)
    }
    state.pointee.modes.noteText()
    takeCursor()
  }

  /// libvterm makes room for one column when it inserts, also where the character takes two.
  private func tellInMode(_ scalar: UInt32, width: Int) {
    if width == 2, state.pointee.modes.inserts { tell("\u{1B}[@") }
    tell(scalar)
  }

  private func markContinuation() {
    let row = state.pointee.row
    if row < state.pointee.grid.rowCount { state.pointee.grid.rows[row].isContinuation = true }
  }

  /// Repeats the last character (REP: ECMA-48, 8.3.103), at most over the whole screen.
  func repeatLast(_ count: Int) {
    let scalar = state.pointee.lastScalar
    guard scalar != 0 else { return }
    for _ in 0..<min(max(1, count), size.columns * size.rows) { writeAgain(scalar) }
  }

  private func writeAgain(_ scalar: UInt32) {
    guard scalar < 0x80 else { return write(scalar) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { byte in
      byte.initializeElement(at: 0, to: UInt8(scalar))
      if let base = byte.baseAddress { write(UnsafePointer(base), count: 1) }
    }
  }

  /// Obeys a control character of the C0 set.
  @inline(__always)
  func control(_ byte: UInt8) {
    switch byte {
    case 0x0A where state.pointee.modes.hasPlainLines:
      state.pointee.lineFeed()
      isCursorAhead = true
    case 0x0D where state.pointee.modes.isPlain:
      state.pointee.carriageReturn()
      isCursorAhead = true
    case 0x08 where state.pointee.modes.isPlain:
      state.pointee.backspace()
      isCursorAhead = true
    case 0x00, 0x7F: break
    case 0x07: state.pointee.hasRung = true
    default: controlByParser(byte)
    }
  }

  private func controlByParser(_ byte: UInt8) {
    obeyByParser { self.tell(byte) }
    // A new line is one also where the screen moves and the cursor does not (LF, VT, FF).
    if (0x0A...0x0C).contains(byte) { state.pointee.isWrapPending = false }
    if byte == 0x0E || byte == 0x0F {
      state.pointee.modes.noteShift(byte == 0x0E ? 1 : 0)
      state.pointee.characterSets.noteShift(byte == 0x0E ? 1 : 0)
    }
  }
}
