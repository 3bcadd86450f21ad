extension Emulator {
  /// Obeys an escape sequence, given without its ESC.
  func obeyEscape(_ bytes: [UInt8]) {
    tell(sequence: bytes)
    state.pointee.modes.noteEscape(bytes)
    switch bytes {
    case [UInt8(ascii: "7")]: state.pointee.savedPen = state.pointee.pen
    case [UInt8(ascii: "8")]: state.pointee.pen = state.pointee.savedPen
    case [UInt8(ascii: "c")]:
      state.pointee.pen = PackedCell()
      state.pointee.savedPen = PackedCell()
      state.pointee.modes = TextModes()
      state.pointee.progress = nil
    default: break
    }
  }

  /// Obeys a control sequence, given without its ESC.
  func obeyControlSequence(_ bytes: [UInt8]) {
    guard let parsed = ControlSequence(bytes.dropFirst()) else { return }
    switch (parsed.leader, parsed.intermediates, parsed.final) {
    case (nil, [], UInt8(ascii: "m")): setRendition(bytes.dropFirst())
    case (nil, [], UInt8(ascii: "b")): repeatLast(parsed.parameter(0))
    case (nil, [UInt8(ascii: "!")], UInt8(ascii: "p")):
      resetSoftly()
    case (_, [], _) where parsed.parameters.count <= ControlSequence.mostParameters:
      let restores = savesOrRestores(parsed)
      if restores == false { state.pointee.savedPen = state.pointee.pen }
      tell(sequence: bytes)
      state.pointee.modes.note(parsed, rows: size.rows)
      if restores == true { state.pointee.pen = state.pointee.savedPen }
    case _ where parsed.parameters.count <= ControlSequence.mostParameters:
      tell(sequence: bytes)
    default: break
    }
  }

  /// DECSTR, which libvterm 0.1 does not know: modes, margins and character sets as they were at
  /// first; the cursor stays where it is.
  private func resetSoftly() {
    tell("\u{1B}[4l\u{1B}[20l\u{1B}[?6l\u{1B}[?7h\u{1B}[?69l\u{1B}[?1l\u{1B}[?25h\u{1B}>\u{1B}[r")
    tell("\u{1B}(B\u{1B})B\u{1B}*B\u{1B}+B\u{F}")
    isCursorAhead = true
    state.pointee.pen = PackedCell()
    state.pointee.savedPen = PackedCell()
    state.pointee.modes = TextModes()
  }

  private func setRendition(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let parameters = rendition.read(base, count: buffer.count)
      else { return }
      state.pointee.setRendition(parameters)
    }
  }

  /// Whether a sequence restores the cursor with its pen (true), saves it (false), or neither.
  private func savesOrRestores(_ sequence: ControlSequence) -> Bool? {
    switch (sequence.leader, sequence.final) {
    case (nil, UInt8(ascii: "s")) where !state.pointee.modes.hasSideMargins: return false
    case (nil, UInt8(ascii: "u")): return true
    case (UInt8(ascii: "?"), UInt8(ascii: "h")), (UInt8(ascii: "?"), UInt8(ascii: "l")):
      let saves = sequence.parameters.contains { $0 == 1048 || $0 == 1049 }
      return saves ? sequence.final == UInt8(ascii: "l") : nil
    default: return nil
    }
  }

  private func tell(sequence bytes: [UInt8]) {
    obeyByParser {
      self.tell(UInt8(0x1B))
      bytes.withUnsafeBytes { self.tell($0) }
    }
  }
}
