extension Emulator {
  /// Obeys an escape sequence, given without its ESC.
  func obeyEscape(_ bytes: [UInt8]) {
    switch bytes {
    case [UInt8(ascii: "7")]:
      savePen()
      tell(sequence: bytes)
    case [UInt8(ascii: "8")]:
      tell(sequence: bytes)
      restorePen()
    case [UInt8(ascii: "c")]: resetFully(bytes)
    case [UInt8(ascii: "#"), UInt8(ascii: "8")]: align(bytes)
    default:
      tell(sequence: bytes)
      state.pointee.modes.noteEscape(bytes)
      state.pointee.characterSets.noteEscape(bytes)
    }
  }

  private func savePen() {
    state.pointee.savedPen = state.pointee.pen
    state.pointee.savedCharacterSets = state.pointee.characterSets
  }

  private func restorePen() {
    state.pointee.pen = state.pointee.savedPen
    let sets = state.pointee.savedCharacterSets
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
      if restores == false { savePen() }
      tell(sequence: bytes)
      state.pointee.modes.note(parsed, rows: size.rows)
      if restores == true { restorePen() }
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
