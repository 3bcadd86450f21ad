/// Finds the control characters in a stream of bytes, eight bytes at a time.
enum ControlScan {
  private static let tab: UInt8 = 0x09
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The place of the next byte below 0x20 that is no tab; the count where there is none.
  static func next(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return bytes.count }
    var place = start
    while place + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      // A byte's highest bit is left where the byte is below 0x20; a borrow can only make false
      // ones behind the first true one.
      let marks = (word &- Self.ones &* 0x20) & ~word & (Self.ones &* 0x80)
      if marks == 0 {
        place += 8
        continue
      }
      place += marks.trailingZeroBitCount / 8
      if bytes[place] != Self.tab { return place }
      place += 1
    }
    while place < bytes.count {
      if bytes[place] < 0x20, bytes[place] != Self.tab { return place }
      place += 1
    }
    return place
  }
}
