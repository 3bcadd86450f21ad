/// Finds where bytes stop being UTF-8, as table 3-7 of the Unicode Standard has it.
enum UTF8Check {
  /// The offset of the first byte that does not fit, or nil.
  static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let (length, second): (Int, ClosedRange<UInt8>)
      switch byte {
      case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      default: return index
      }
      for offset in 1..<length {
        let allowed = offset == 1 ? second : 0x80...0xBF
        guard index + offset < bytes.count else { return index }
        guard allowed.contains(bytes[index + offset]) else { return index }
      }
      index += length
    }
    return nil
  }
}
