import CVTerm
import TerminalCore

/// What goes between the emulator and libvterm. Outside of these calls libvterm is never inside a
/// sequence, and its cursor is where ours is, or `isCursorAhead`.
extension Emulator {
  /// Lets libvterm obey something that is no text.
  func obeyByParser(_ action: () -> Void) {
    tellCursor()
    let before = (state.pointee.row, state.pointee.column)
    let wasPending = state.pointee.isWrapPending
    action()
    takeCursor()
    state.pointee.isWrapPending =
      wasPending && before == (state.pointee.row, state.pointee.column)
  }

  /// Moves libvterm's cursor to ours. The carriage return takes back a line's end that it waits at.
  func tellCursor() {
    guard isCursorAhead else { return }
    isCursorAhead = false
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
      var count = 0
      let append = { (byte: UInt8) in
        buffer[count] = CChar(bitPattern: byte)
        count += 1
      }
      append(0x0D)
      append(0x1B)
      append(UInt8(ascii: "["))
      Self.append(state.pointee.row + 1, append)
      append(UInt8(ascii: ";"))
      Self.append(state.pointee.column + 1, append)
      append(UInt8(ascii: "H"))
      vterm_input_write(terminal, buffer.baseAddress, count)
    }
  }

  private static func append(_ number: Int, _ append: (UInt8) -> Void) {
    var scale = 1
    while scale <= number / 10 { scale *= 10 }
    while scale > 0 {
      append(UInt8(ascii: "0") + UInt8(number / scale % 10))
      scale /= 10
    }
  }

  /// Moves our cursor to libvterm's. It restores a saved cursor without looking whether the screen
  /// still has its place; any relative movement makes it look.
  func takeCursor() {
    var cursor = VTermPos()
    vterm_state_get_cursorpos(parser, &cursor)
    if Int(cursor.row) >= size.rows {
      tell("\u{1B}[A")
      vterm_state_get_cursorpos(parser, &cursor)
    }
    if Int(cursor.col) >= size.columns {
      tell("\u{1B}[D")
      vterm_state_get_cursorpos(parser, &cursor)
    }
    state.pointee.row = min(max(0, Int(cursor.row)), size.rows - 1)
    state.pointee.column = min(max(0, Int(cursor.col)), size.columns - 1)
  }

  func tell(_ sequence: StaticString) {
    sequence.withUTF8Buffer { tell(UnsafeRawBufferPointer($0)) }
  }

  func tell(_ byte: UInt8) {
    withUnsafeBytes(of: byte) { tell($0) }
  }

  func tell(_ scalar: UInt32) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { tell(byte) }
  }

  func tell(_ bytes: UnsafeRawBufferPointer) {
    let text = bytes.assumingMemoryBound(to: CChar.self)
    vterm_input_write(terminal, text.baseAddress, text.count)
  }
}
