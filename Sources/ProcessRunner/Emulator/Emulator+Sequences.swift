extension Emulator {
  /// Obeys an escape sequence, given without its ESC.
  func obeyEscape(_ bytes: [UInt8]) {
    switch bytes {
    case [UInt8(ascii: "7")]:
      saveCursor()
      tell(sequence: bytes)
    case [UInt8(ascii: "8")]:
      restoreOrigin()
      tell(sequence: bytes)
      restoreCursor()
    case [UInt8(ascii: "c")]: resetFully(bytes)
    case [UInt8(ascii: "#"), UInt8(ascii: "8")]: align(bytes)
    case [UInt8(ascii: "D")], [UInt8(ascii: "E")], [UInt8(ascii: "M")]:
      tell(sequence: bytes)
      state.pointee.isWrapPending = false
    default:
      tell(sequence: bytes)
      state.pointee.modes.noteEscape(bytes)
      state.pointee.characterSets.noteEscape(bytes)
    }
  }

  /// What DECSC saves besides the place, which is libvterm's. Source: the VT510's reference manual.
  private func saveCursor() {
    state.pointee.saved.pen = state.pointee.pen
    state.pointee.saved.hasOrigin = state.pointee.modes.hasOrigin
    state.pointee.saved.characterSets = state.pointee.characterSets
  }

  /// Before the place is restored: setting the mode moves the cursor.
  private func restoreOrigin() {
    guard state.pointee.saved.hasOrigin != state.pointee.modes.hasOrigin else { return }
    let final = state.pointee.saved.hasOrigin ? "h" : "l"
    obeyControlSequence(Array("[?6\(final)".utf8))
  }

  private func restoreCursor() {
    state.pointee.pen = state.pointee.saved.pen
    let sets = state.pointee.saved.characterSets
    for designation in sets.designations { obeyEscape(designation) }
    switch sets.shift {
    case .control(let byte): control(byte)
    case .escape(let bytes): obeyEscape(bytes)
    }
  }

  /// Obeys a control sequence, given without its ESC.
  func obeyControlSequence(_ bytes: [UInt8]) {
    guard let parsed = ControlSequence(bytes.dropFirst()) else { return }
    switch (parsed.leader, parsed.intermediates, parsed.final) {
    case (nil, [], UInt8(ascii: "m")): setRendition(bytes.dropFirst())
    case (nil, [], UInt8(ascii: "b")): repeatLast(parsed.parameter(0))
    case (nil, [UInt8(ascii: "!")], UInt8(ascii: "p")): resetSoftly()
    // libvterm 0.1 knows these by another name only.
    case (nil, [], UInt8(ascii: "s")) where !state.pointee.modes.hasSideMargins:
      obeyEscape([UInt8(ascii: "7")])
    case (nil, [], UInt8(ascii: "u")): obeyEscape([UInt8(ascii: "8")])
    case (UInt8(ascii: "?"), [], _) where parsed.parameters == [47]:
      obeyControlSequence(Array("[?1047".utf8) + [parsed.final])
    // To the right of a full line there is nothing to erase.
    case (nil, [], UInt8(ascii: "K"))
    where state.pointee.isWrapPending && parsed.parameter(0) == 0: break
    case (_, [], _) where parsed.parameters.count <= ControlSequence.mostParameters:
      let restores = savesOrRestores(parsed)
      if restores == false { saveCursor() }
      if restores == true { restoreOrigin() }
      tell(sequence: bytes)
      if parsed.placesCursor { state.pointee.isWrapPending = false }
      state.pointee.modes.note(parsed, rows: size.rows)
      if restores == true { restoreCursor() }
    case _ where parsed.parameters.count <= ControlSequence.mostParameters:
      tell(sequence: bytes)
    default: break
    }
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
    case (UInt8(ascii: "?"), UInt8(ascii: "h")), (UInt8(ascii: "?"), UInt8(ascii: "l")):
      let saves = sequence.parameters.contains { $0 == 1048 || $0 == 1049 }
      return saves ? sequence.final == UInt8(ascii: "l") : nil
    default: return nil
    }
  }

  func tell(sequence bytes: [UInt8]) {
    obeyByParser {
      self.tell(UInt8(0x1B))
      bytes.withUnsafeBytes { self.tell($0) }
    }
  }
}
