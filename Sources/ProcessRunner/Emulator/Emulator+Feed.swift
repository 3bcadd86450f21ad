extension Emulator {
  private static let escape: UInt8 = 0x1B

  /// Takes a program's output, which may be cut anywhere.
  func feed(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
    var place = 0
    while place < bytes.count {
      if !sequence.isOutside {
        place = feedSequence(start, place, bytes.count)
      } else if decoder.isInside {
        place = feedCharacter(start, place)
      } else {
        place = feedGround(start, place, bytes.count)
      }
    }
  }

  /// Takes text and control characters up to a sequence that is not whole, or not one of colours.
  private func feedGround(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end {
      let byte = bytes[place]
      if byte >= 0x20, byte < 0x7F {
        let run = Self.endOfText(bytes, place, end)
        write(bytes + place, count: run - place)
        place = run
      } else if byte == Self.escape {
        guard let length = feedColours(bytes + place, count: end - place) else {
          sequence.begin()
          return place + 1
        }
        place += length
      } else if byte < 0x80 {
        control(byte)
        place += 1
      } else {
        return feedCharacter(bytes, place)
      }
    }
    return place
  }

  /// The place of the next byte that is not printable ASCII, eight bytes looked at at a time.
  @inline(__always)
  private static func endOfText(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var place = start + 1
    while place + 8 <= end {
      let word = UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self)
      // A byte below 0x20 borrows into its highest bit; one from 0x7F on has it, or gets it by 1.
      let low = word &- 0x2020_2020_2020_2020
      let high = word &+ 0x0101_0101_0101_0101
      let found = (low | high | word) & 0x8080_8080_8080_8080
      if found != 0 { return place + found.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < end, bytes[place] >= 0x20, bytes[place] < 0x7F { place += 1 }
    return place
  }

  /// Obeys a whole SGR sequence and returns its length; nil where there is none.
  @inline(__always)
  private func feedColours(_ bytes: UnsafePointer<UInt8>, count: Int) -> Int? {
    guard count > 2, bytes[1] == UInt8(ascii: "["),
      let parameters = rendition.read(bytes + 2, count: count - 2)
    else { return nil }
    state.pointee.setRendition(parameters)
    return parameters.length + 2
  }

  /// Takes a byte of a character beyond ASCII.
  private func feedCharacter(_ bytes: UnsafePointer<UInt8>, _ place: Int) -> Int {
    switch decoder.take(bytes[place]) {
    case .needsMore: return place + 1
    case .scalar(let scalar):
      write(scalar)
      return place + 1
    case .brokenBefore:
      write(0xFFFD)
      return place
    case .broken:
      write(0xFFFD)
      return place + 1
    }
  }

  private func feedSequence(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end {
      let step = sequence.take(bytes[place])
      place += 1
      switch step {
      case .more: continue
      case .control(let byte):
        control(byte)
        continue
      case .escape: obeyEscape(sequence.bytes)
      case .controlSequence: obeyControlSequence(sequence.bytes)
      case .string: obeyString(sequence.bytes)
      case .nothing: break
      }
      return place
    }
    return place
  }
}
